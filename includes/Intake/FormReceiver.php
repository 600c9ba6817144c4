<?php
/**
 * Between the form plugins and the intake.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Intake;

/**
 * Listens to every form plugin, and takes the submissions of the forms that are switched on. Nothing that goes wrong here may
 * keep a visitor's form from working.
 */
final class FormReceiver {

	public function __construct(
		private readonly FormProviders $providers,
		private readonly FormConfigStore $configs,
		private readonly Intake $intake,
	) {
	}

	/**
	 * Attaches the hooks of all form plugins.
	 */
	public function listen(): void {
		try {
			$providers = $this->providers->all();
		} catch ( \Throwable $fault ) {
			self::log( $fault );
			return;
		}
		foreach ( $providers as $provider ) {
			try {
				$provider->listen( fn ( FormSubmission $submission ) => $this->receive( $provider, $submission ) );
			} catch ( \Throwable $fault ) {
				self::log( $fault );
			}
		}
	}

	/**
	 * Takes one submission.
	 */
	private function receive( FormProvider $provider, FormSubmission $submission ): void {
		try {
			$config = $this->configs->find( $provider->id(), $submission->form );
			if ( null === $config || ! $config->enabled ) {
				return;
			}
			$incoming = new Incoming(
				$provider->id(),
				$submission->form,
				'' === $submission->title ? $submission->form : $submission->title,
				ContactFields::mapped( $config->mapping, $submission->values ),
				$config,
				$submission->submitter,
				$submission->idempotency_key,
				$submission->visitor
			);
			if ( $submission->is_spam ) {
				$this->intake->note_spam( $incoming );
			} else {
				$this->intake->receive( $incoming );
			}
		} catch ( \Throwable $fault ) {
			self::log( $fault );
		}
	}

	/**
	 * Tells the administrator, and nobody else.
	 */
	public static function log( \Throwable $fault ): void {
		// phpcs:ignore WordPress.PHP.DevelopmentFunctions.error_log_error_log -- the visitor gets no word of it, the administrator must.
		error_log( sprintf( 'Steward: a submission met %s: %s in %s:%d', get_class( $fault ), $fault->getMessage(), $fault->getFile(), $fault->getLine() ) );
	}
}
