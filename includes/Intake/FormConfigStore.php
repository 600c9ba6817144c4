<?php
/**
 * The forms table's SQL.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Intake;

use Steward\Database\Clock;
use Steward\Database\Connection;

/**
 * Keeps the settings of forms.
 */
final class FormConfigStore {

	public function __construct( private readonly Connection $db, private readonly Clock $clock ) {
	}

	/**
	 * A form's settings; null where nobody has set any.
	 */
	public function find( string $provider, string $form ): ?FormConfig {
		$row = $this->db->row( 'SELECT config FROM %i WHERE provider = %s AND form = %s', $this->db->table( 'forms' ), $provider, $form );
		return null === $row ? null : FormConfig::from_json( (string) $row['config'] );
	}

	/**
	 * Settings of all forms of a provider.
	 *
	 * @return array<string, FormConfig> By form.
	 */
	public function all( string $provider ): array {
		$configs = array();
		foreach ( $this->db->rows( 'SELECT form, config FROM %i WHERE provider = %s', $this->db->table( 'forms' ), $provider ) as $row ) {
			$configs[ (string) $row['form'] ] = FormConfig::from_json( (string) $row['config'] );
		}
		return $configs;
	}

	/**
	 * Stores a form's settings.
	 */
	public function put( string $provider, string $form, FormConfig $config ): void {
		$this->db->execute(
			'INSERT INTO %i ( provider, form, config, modified_gmt ) VALUES ( %s, %s, %s, %s ) ON DUPLICATE KEY UPDATE config = VALUES( config ), modified_gmt = VALUES( modified_gmt )',
			$this->db->table( 'forms' ),
			$provider,
			$form,
			(string) wp_json_encode( $config->to_array(), JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES ),
			$this->clock->now()
		);
	}
}
