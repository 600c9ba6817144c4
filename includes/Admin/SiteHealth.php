<?php
/**
 * Steward in Tools → Site Health.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Admin;

use Steward\Access\RecordType;
use Steward\Background\JobStore;
use Steward\Database\Connection;
use Steward\Database\Migrations;
use Steward\Ownership\LostAccess;

/**
 * Says when records are owned by people without access or by users that no longer exist, and tells support how things stand.
 */
final class SiteHealth {

	/**
	 * @param \Closure(): LostAccess $lost Finds them.
	 */
	public function __construct(
		private readonly Connection $db,
		private readonly Migrations $migrations,
		private readonly JobStore $jobs,
		private readonly \Closure $lost,
	) {
	}

	/**
	 * Attaches the hooks.
	 */
	public function boot(): void {
		add_filter( 'site_status_tests', $this->add_test( ... ) );
		add_filter( 'debug_information', $this->add_information( ... ) );
	}

	/**
	 * @param array<mixed> $tests As WordPress has them.
	 * @return array<mixed>
	 */
	private function add_test( array $tests ): array {
		$direct                   = is_array( $tests['direct'] ?? null ) ? $tests['direct'] : array();
		$direct['steward_owners'] = array(
			'label' => __( 'Owners of contacts have access', 'steward' ),
			'test'  => $this->test( ... ),
		);
		$tests['direct']          = $direct;
		return $tests;
	}

	/**
	 * @return array<string, mixed>
	 */
	private function test(): array {
		$owners = ( $this->lost )()->owners();
		$result = array(
			'label'       => __( 'Every owner of contacts may see them', 'steward' ),
			'status'      => 'good',
			'badge'       => array(
				'label' => __( 'Steward', 'steward' ),
				'color' => 'blue',
			),
			'description' => '<p>' . esc_html__( 'Everything in Steward is owned by somebody who may work on it, or waits for somebody to claim it.', 'steward' ) . '</p>',
			'actions'     => '',
			'test'        => 'steward_owners',
		);
		if ( array() === $owners ) {
			return $result;
		}
		$records = array_sum( array_map( static fn ( array $owner ): int => array_sum( $owner['records'] ) + $owner['trashed'], $owners ) );
		$gone    = count( array_filter( $owners, static fn ( array $owner ): bool => ! $owner['exists'] ) );

		$result['label']          = __( 'Contacts are owned by people without access', 'steward' );
		$result['status']         = 'recommended';
		$result['badge']['color'] = 'orange';
		$result['description']    = '<p>' . esc_html(
			/* translators: 1: how many people, 2: how many of them no longer exist, 3: how many records */
			sprintf( __( 'Owners without access: %1$s, of whom %2$s no longer exist. They own %3$s records that nobody may be working on.', 'steward' ), number_format_i18n( count( $owners ) ), number_format_i18n( $gone ), number_format_i18n( $records ) )
		) . '</p>';
		$result['actions'] = sprintf( '<p><a href="%s">%s</a></p>', esc_url( admin_url( 'admin.php?page=' . AdminPages::MEMBERS ) ), esc_html__( 'Hand them over', 'steward' ) );
		return $result;
	}

	/**
	 * @param array<mixed> $information As WordPress has it.
	 * @return array<mixed>
	 */
	private function add_information( array $information ): array {
		$fields = array(
			'version' => self::field( __( 'Version', 'steward' ), STEWARD_VERSION ),
			'tables'  => self::field( __( 'Version of the tables', 'steward' ), (string) $this->migrations->version() ),
			'jobs'    => self::field( __( 'Jobs under way', 'steward' ), (string) $this->jobs->waiting() ),
			'lost'    => self::field( __( 'Owners without access', 'steward' ), (string) count( ( $this->lost )()->owners() ) ),
		);
		$kinds  = array(
			'contacts'  => __( 'Contacts, with the trash', 'steward' ),
			'followers' => __( 'Follows', 'steward' ),
			'activity'  => __( 'Rows of activity', 'steward' ),
		);
		foreach ( $kinds as $table => $label ) {
			$fields[ $table ] = self::field( $label, (string) $this->db->int( 'SELECT COUNT(*) FROM %i', $this->db->table( $table ) ) );
		}
		$fields['unassigned']   = self::field( __( 'Unassigned contacts', 'steward' ), (string) $this->db->int( 'SELECT COUNT(*) FROM %i WHERE trashed = 0 AND %i IS NULL', $this->db->table( 'contacts' ), RecordType::Contact->owner_field() ) );
		$information['steward'] = array(
			'label'  => __( 'Steward', 'steward' ),
			'fields' => $fields,
		);
		return $information;
	}

	/**
	 * @return array{label: string, value: string}
	 */
	private static function field( string $label, string $value ): array {
		return compact( 'label', 'value' );
	}
}
