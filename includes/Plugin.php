<?php
/**
 * The composition root.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward;

use Steward\Abilities\ContactAbilities;
use Steward\Access\AccessReport;
use Steward\Access\DefaultRoles;
use Steward\Access\Gate;
use Steward\Access\MetaCapabilities;
use Steward\Access\RecordAccess;
use Steward\Access\RecordAccessController;
use Steward\Access\RecordType;
use Steward\Access\Remedies;
use Steward\Access\ScopeSql;
use Steward\Access\Subject;
use Steward\Activity\ActivityController;
use Steward\Activity\ActivityDownload;
use Steward\Activity\ActivityFinder;
use Steward\Activity\ActivityStore;
use Steward\Activity\RecordActivityController;
use Steward\Activity\TeamActivity;
use Steward\Admin\AdminPages;
use Steward\Admin\DeniedPages;
use Steward\Admin\SiteHealth;
use Steward\Admin\UserDeletion;
use Steward\Background\JobRunner;
use Steward\Background\JobsController;
use Steward\Background\JobStore;
use Steward\Cli\Commands;
use Steward\Contacts\Contact;
use Steward\Contacts\ContactFinder;
use Steward\Contacts\ContactPresenter;
use Steward\Contacts\Contacts;
use Steward\Contacts\ContactsByFilter;
use Steward\Contacts\ContactsController;
use Steward\Contacts\ContactStore;
use Steward\Contacts\ContactTags;
use Steward\Contacts\ContactTerms;
use Steward\Contacts\SeeAs;
use Steward\Contacts\TagsController;
use Steward\Database\Clock;
use Steward\Database\Connection;
use Steward\Database\Migrations;
use Steward\Database\OptionLock;
use Steward\Database\Transaction;
use Steward\Intake\FormConfigStore;
use Steward\Intake\FormProviders;
use Steward\Intake\FormReceiver;
use Steward\Intake\FormsController;
use Steward\Intake\Intake;
use Steward\Intake\SubmissionKeys;
use Steward\Intake\SubmissionKeysController;
use Steward\Intake\SubmissionsController;
use Steward\Intake\SubmissionStore;
use Steward\Lists\Bookmarks;
use Steward\Lists\Changes;
use Steward\Lists\KeptLists;
use Steward\Lists\KeptPages;
use Steward\Lists\ListTotals;
use Steward\Lists\Totals;
use Steward\Lists\Transients;
use Steward\Lists\Unchanged;
use Steward\Members\HandOver;
use Steward\Members\MemberChanges;
use Steward\Members\MemberPresenter;
use Steward\Members\Members;
use Steward\Members\MembersController;
use Steward\Members\MemberSettings;
use Steward\Members\MemberSight;
use Steward\Members\PeopleController;
use Steward\Members\ProfileFields;
use Steward\Members\WithoutAccess;
use Steward\Notifications\Bell;
use Steward\Notifications\EmailWriter;
use Steward\Notifications\MailController;
use Steward\Notifications\MailHealth;
use Steward\Notifications\MailQueue;
use Steward\Notifications\MailSender;
use Steward\Notifications\NotificationsController;
use Steward\Notifications\NotificationsOfLeavers;
use Steward\Notifications\NotificationStore;
use Steward\Notifications\Notifier;
use Steward\Notifications\Preferences;
use Steward\Notifications\Reader;
use Steward\Notifications\Sight;
use Steward\Notifications\Unsubscribe;
use Steward\Opportunities\BoardController;
use Steward\Opportunities\ContactFollowsOwner;
use Steward\Opportunities\ContactNames;
use Steward\Opportunities\DueFollows;
use Steward\Opportunities\Forecast;
use Steward\Opportunities\Listing\GroupSums;
use Steward\Opportunities\Listing\KeptFirsts;
use Steward\Opportunities\Listing\ListSql;
use Steward\Opportunities\Listing\StageFirsts;
use Steward\Opportunities\Opportunities;
use Steward\Opportunities\OpportunitiesByFilter;
use Steward\Opportunities\OpportunitiesController;
use Steward\Opportunities\OpportunitiesMoveAlong;
use Steward\Opportunities\OpportunitiesOfContact;
use Steward\Opportunities\Opportunity;
use Steward\Opportunities\OpportunityBoard;
use Steward\Opportunities\OpportunityFinder;
use Steward\Opportunities\OpportunityOwners;
use Steward\Opportunities\OpportunityPresenter;
use Steward\Opportunities\OpportunityQueryReader;
use Steward\Opportunities\OpportunityStore;
use Steward\Opportunities\OpportunitySums;
use Steward\Opportunities\OpportunityTerms;
use Steward\Opportunities\Pipelines;
use Steward\Opportunities\PipelinesController;
use Steward\Opportunities\PipelineStore;
use Steward\Opportunities\RealignOwners;
use Steward\Opportunities\SeparateOwners;
use Steward\Opportunities\SeparateOwnersController;
use Steward\Opportunities\SkippedFollows;
use Steward\Opportunities\StageChoice;
use Steward\Opportunities\StageMove;
use Steward\Opportunities\SyncedFollows;
use Steward\Ownership\AccessWatch;
use Steward\Ownership\AllMoveAlong;
use Steward\Ownership\BulkOwnership;
use Steward\Ownership\EndOfFollows;
use Steward\Ownership\Followers;
use Steward\Ownership\FollowersController;
use Steward\Ownership\Following;
use Steward\Ownership\LeaverHandOver;
use Steward\Ownership\Leavers;
use Steward\Ownership\LostAccess;
use Steward\Ownership\ManyRecords;
use Steward\Ownership\OwnerColumn;
use Steward\Ownership\Ownership;
use Steward\Ownership\OwnershipController;
use Steward\Ownership\RecordGuard;
use Steward\Ownership\RecordKind;
use Steward\Ownership\Records;
use Steward\Privacy\PersonalData;
use Steward\Privacy\PersonalReport;
use Steward\Rest\Input;
use Steward\Rest\RequestCheck;
use Steward\Roles\RolePreview;
use Steward\Roles\Roles;
use Steward\Roles\RolesController;
use Steward\Settings\Settings;
use Steward\Settings\SettingsController;
use Steward\Tasks\TaskAccess;
use Steward\Tasks\TaskFinder;
use Steward\Tasks\TaskParents;
use Steward\Tasks\TaskPresenter;
use Steward\Tasks\TaskQueryReader;
use Steward\Tasks\Tasks;
use Steward\Tasks\TasksAlong;
use Steward\Tasks\TasksController;
use Steward\Tasks\TasksMoveAlong;
use Steward\Tasks\TasksOfLeavers;
use Steward\Tasks\TasksOfRecords;
use Steward\Tasks\TaskStore;

/**
 * Makes every service, by hand, when it is first needed, and attaches every hook. Read it from top to bottom.
 */
final class Plugin {

	/** @var self|null The plugin, once asked for. */
	private static ?self $instance = null;

	/** @var array<string, object> Services made so far. */
	private array $services = array();

	/**
	 * The plugin.
	 */
	public static function instance(): self {
		self::$instance ??= new self();
		return self::$instance;
	}

	/**
	 * On activation, on one site or on all of a network.
	 *
	 * @param bool $network_wide Whether it is activated for the network.
	 */
	public static function activate( bool $network_wide = false ): void {
		self::on_sites(
			$network_wide,
			static function (): void {
				self::instance()->migrations()->migrate();
				DefaultRoles::give();
				Settings::prepare();
			}
		);
	}

	/**
	 * On deactivation. Data and roles stay.
	 */
	public static function deactivate(): void {
		wp_clear_scheduled_hook( JobRunner::WATCH_HOOK );
		wp_clear_scheduled_hook( MailQueue::HOOK );
		wp_unschedule_hook( AccessWatch::SWEEP_HOOK );
	}

	/**
	 * On uninstall: everything goes, where the administrator asked for it in the settings.
	 */
	public static function uninstall(): void {
		self::on_sites(
			is_multisite(),
			static function (): void {
				if ( Settings::erases_on_uninstall() ) {
					self::instance()->migrations()->drop();
					DefaultRoles::remove();
					Settings::remove();
					Transients::remove_all( self::instance()->db() );
				}
			}
		);
	}

	/**
	 * Attaches the hooks.
	 */
	public function boot(): void {
		add_action( 'init', fn () => $this->migrations()->migrate(), 1 );
		add_action( 'init', fn () => $this->form_receiver()->listen(), 2 );
		add_action( 'rest_api_init', $this->register_routes( ... ) );
		( new RequestCheck() )->boot();
		add_filter( 'map_meta_cap', fn ( mixed $caps, mixed $cap, mixed $user_id, mixed $args ): mixed => $this->meta_capabilities()->map( $caps, $cap, $user_id, $args ), 10, 4 );
		add_action( 'wp_initialize_site', $this->initialize_site( ... ), 20 );
		add_filter( 'wpmu_drop_tables', $this->tables_of_site( ... ), 10, 2 );
		add_action( JobRunner::RUN_HOOK, fn ( mixed $id ) => $this->job_runner()->run( Input::int( $id ) ) );
		add_action( JobRunner::WATCH_HOOK, fn () => $this->job_runner()->watch() );
		add_action( MailQueue::HOOK, fn () => $this->mail_sender()->run() );
		( new Unsubscribe( $this->notification_preferences() ) )->boot();
		( new NotificationsOfLeavers( $this->notification_store( ... ), $this->notification_preferences( ... ) ) )->boot();
		( new Bell( $this->gate( ... ), $this->notification_store( ... ), $this->notification_sight( ... ) ) )->boot();
		( new MailHealth( $this->mail_queue( ... ) ) )->boot();
		$this->access_watch()->boot();
		( new ContactAbilities() )->boot();
		( new PersonalData( $this->contact_store( ... ), $this->contacts( ... ), $this->submissions( ... ), fn (): PersonalReport => new PersonalReport( $this->opportunity_store(), $this->task_store(), $this->submissions(), $this->activity() ) ) )->boot();
		( new SiteHealth( $this->db(), $this->migrations(), $this->jobs(), $this->lost_access( ... ) ) )->boot();
		( new Leavers( $this->leaver_hand_over( ... ), $this->jobs( ... ), $this->job_runner( ... ) ) )->boot();
		if ( defined( 'WP_CLI' ) && true === constant( 'WP_CLI' ) ) {
			Commands::register( $this->gate(), $this->records()->types(), $this->job_runner( ... ) );
		}
		if ( is_admin() ) {
			( new AdminPages( $this->gate() ) )->boot();
			( new DeniedPages() )->boot();
			( new ProfileFields( $this->gate(), $this->member_settings(), $this->member_changes( ... ) ) )->boot();
			( new UserDeletion( $this->leaver_hand_over( ... ) ) )->boot();
			add_action( 'admin_post_' . ActivityDownload::ACTION, fn () => ( new ActivityDownload( $this->gate(), $this->team_activity() ) )->answer() );
		}
	}

	private function register_routes(): void {
		$contacts = new ContactsController( $this->gate(), $this->contacts(), $this->contact_store(), $this->contact_finder(), $this->contact_presenter(), new SeeAs( $this->gate(), $this->activity(), $this->clock() ) );
		$contacts->register_routes();
		( new OwnershipController( $this->gate(), RecordType::Contact, $this->contact_ownership(), $contacts, $this->contacts_by_filter(), $this->bulk_contact_ownership(), $this->jobs(), $this->job_runner() ) )->register_routes();
		$opportunities = new OpportunitiesController( $this->gate(), $this->opportunities(), $this->opportunity_store(), $this->opportunity_finder(), $this->opportunity_query_reader(), $this->opportunity_presenter(), $this->contact_guard() );
		$opportunities->register_routes();
		( new OwnershipController( $this->gate(), RecordType::Opportunity, $this->opportunity_ownership(), $opportunities, $this->opportunities_by_filter(), $this->bulk_opportunity_ownership(), $this->jobs(), $this->job_runner() ) )->register_routes();
		( new BoardController( $this->gate(), $this->opportunity_board(), $this->forecast(), $this->pipeline_store(), $this->opportunity_query_reader(), $this->opportunity_presenter() ) )->register_routes();
		( new PipelinesController( $this->gate(), $this->pipelines() ) )->register_routes();
		foreach ( $this->records()->types() as $type ) {
			$kind = $this->records()->kind( $type );
			( new FollowersController( $this->gate(), $kind, $this->followers() ) )->register_routes();
			( new RecordAccessController( $this->gate(), $type, $kind->store, $this->access_report() ) )->register_routes();
			( new RecordActivityController( $this->gate(), $kind, $this->activity() ) )->register_routes();
		}
		( new TasksController( $this->gate(), $this->tasks(), $this->task_store(), $this->task_finder(), $this->task_query_reader(), new TaskPresenter( $this->task_access(), $this->task_parents(), $this->contact_names(), $this->clock() ), $this->task_parents(), $this->records(), new TasksAlong( $this->task_store(), $this->opportunities_move_along() ) ) )->register_routes();
		( new ActivityController( $this->gate(), $this->team_activity() ) )->register_routes();
		( new PeopleController( $this->gate() ) )->register_routes();
		( new NotificationsController( $this->gate(), $this->notification_store(), $this->notification_sight(), $this->notification_reader(), $this->notification_preferences() ) )->register_routes();
		( new MailController( $this->gate(), $this->mail_queue(), $this->mail_sender() ) )->register_routes();
		( new JobsController( $this->gate(), $this->jobs(), $this->job_runner() ) )->register_routes();
		( new TagsController( $this->gate(), $this->contact_tags() ) )->register_routes();
		( new SettingsController( $this->gate(), $this->activity(), $this->option_lock(), $this->separate_owners() ) )->register_routes();
		( new SeparateOwnersController( $this->gate(), $this->separate_owners() ) )->register_routes();
		$members   = new Members( $this->db(), $this->gate(), $this->member_settings(), $this->clock() );
		$hand_over = new HandOver( $this->gate(), $this->leaver_hand_over(), $this->jobs(), $this->job_runner() );
		( new MembersController( $this->gate(), $members, new MemberPresenter( $members, $this->member_settings(), $this->gate(), $this->notification_store(), $this->notification_sight() ), $this->member_changes(), new MemberSight( $this->db(), $this->gate() ), new WithoutAccess( $this->lost_access(), $hand_over ), $hand_over ) )->register_routes();
		( new FormsController( $this->gate(), $this->form_providers(), $this->form_configs(), $this->submissions() ) )->register_routes();
		( new SubmissionsController( $this->gate(), $this->intake(), $this->submissions(), $this->submission_keys(), $this->record_access(), $this->contact_presenter() ) )->register_routes();
		( new SubmissionKeysController( $this->gate(), $this->submission_keys() ) )->register_routes();
		( new RolesController( $this->gate(), new Roles( $this->activity(), $this->option_lock() ), new RolePreview( $this->db(), $this->gate() ) ) )->register_routes();
	}

	/**
	 * A site that joins a network where Steward is active for all gets its tables at once.
	 */
	private function initialize_site( \WP_Site $site ): void {
		require_once ABSPATH . 'wp-admin/includes/plugin.php';
		if ( ! is_plugin_active_for_network( plugin_basename( STEWARD_FILE ) ) ) {
			return;
		}
		switch_to_blog( (int) $site->blog_id );
		self::activate();
		restore_current_blog();
	}

	/**
	 * A deleted site's tables go with it.
	 *
	 * @param string[] $tables  Tables to drop.
	 * @param int      $site_id The site.
	 * @return string[]
	 */
	private function tables_of_site( array $tables, int $site_id ): array {
		switch_to_blog( $site_id );
		foreach ( Database\Tables::NAMES as $name ) {
			$tables[] = $this->db()->table( $name );
		}
		restore_current_blog();
		return $tables;
	}

	/**
	 * @param callable(): void $work Done on one site, or on each.
	 */
	private static function on_sites( bool $all, callable $work ): void {
		if ( ! $all || ! is_multisite() ) {
			$work();
			return;
		}
		/** @var list<int> $sites */
		$sites = get_sites(
			array(
				'fields' => 'ids',
				'number' => 0,
			)
		);
		foreach ( $sites as $site ) {
			switch_to_blog( $site );
			$work();
			restore_current_blog();
		}
	}

	// What is public here is what the plugin's public functions use.

	/**
	 * Contacts' use cases.
	 */
	public function contacts(): Contacts {
		return $this->service( Contacts::class, fn (): Contacts => new Contacts( $this->contact_store(), $this->contact_guard(), $this->record_access(), $this->gate(), $this->contact_ownership(), $this->contact_following(), $this->activity(), $this->transaction(), $this->clock(), array( $this->opportunities_of_contact(), $this->tasks_of_records() ) ) );
	}

	/**
	 * Contacts' SQL.
	 */
	public function contact_store(): ContactStore {
		return $this->service( ContactStore::class, fn (): ContactStore => new ContactStore( $this->db(), $this->contact_tags(), new ContactTerms( $this->db() ), $this->followers() ) );
	}

	/**
	 * Lists of contacts.
	 */
	public function contact_finder(): ContactFinder {
		return $this->service( ContactFinder::class, fn (): ContactFinder => new ContactFinder( $this->db(), new ScopeSql( $this->db() ), $this->contact_tags(), new KeptPages( new KeptLists(), $this->changes( RecordType::Contact ) ), new Totals(), new Bookmarks( $this->clock() ) ) );
	}

	/**
	 * Who may do what.
	 */
	public function gate(): Gate {
		return $this->service( Gate::class, static fn (): Gate => new Gate() );
	}

	/**
	 * Changes of contacts' owners.
	 *
	 * @return Ownership<Contact>
	 */
	public function contact_ownership(): Ownership {
		return $this->service( 'contact ownership', fn (): Ownership => new Ownership( RecordType::Contact, $this->contact_store(), $this->contact_guard(), $this->owners(), $this->record_access(), $this->gate(), $this->activity(), $this->transaction(), $this->clock(), new AllMoveAlong( $this->tasks_move_along(), $this->opportunities_move_along() ) ) );
	}

	/**
	 * Changes of contacts' followers.
	 *
	 * @return Following<Contact>
	 */
	public function contact_following(): Following {
		return $this->service( 'contact following', fn (): Following => new Following( RecordType::Contact, $this->contact_store(), $this->followers(), $this->record_access(), $this->gate(), $this->activity(), $this->transaction() ) );
	}

	/**
	 * Opportunities' use cases.
	 */
	public function opportunities(): Opportunities {
		return $this->service( Opportunities::class, fn (): Opportunities => new Opportunities( $this->opportunity_store(), $this->opportunity_guard(), $this->contact_guard(), new StageChoice( $this->pipeline_store() ), $this->gate(), $this->opportunity_ownership(), $this->opportunity_following(), $this->activity(), $this->transaction(), $this->clock(), array( $this->tasks_of_records(), $this->synced_follows() ), $this->contact_follows_owner() ) );
	}

	/**
	 * Lists of opportunities.
	 */
	public function opportunity_finder(): OpportunityFinder {
		return $this->service( OpportunityFinder::class, fn (): OpportunityFinder => new OpportunityFinder( $this->opportunity_sql(), new KeptPages( new KeptLists(), $this->changes( RecordType::Opportunity ) ), new Totals(), new Bookmarks( $this->clock() ), $this->changes( RecordType::Contact ) ) );
	}

	private function opportunity_sums(): OpportunitySums {
		return new OpportunitySums( new GroupSums( $this->opportunity_sql() ), new Unchanged( $this->changes( RecordType::Opportunity ) ) );
	}

	private function opportunity_sql(): ListSql {
		return new ListSql( $this->db(), new ScopeSql( $this->db() ) );
	}

	private function changes( RecordType $type ): Changes {
		return new Changes( $this->db(), $this->clock(), $type );
	}

	/**
	 * Parameters of lists of opportunities.
	 */
	public function opportunity_query_reader(): OpportunityQueryReader {
		return $this->service( OpportunityQueryReader::class, fn (): OpportunityQueryReader => new OpportunityQueryReader( $this->pipeline_store() ) );
	}

	/**
	 * Pipelines' use cases.
	 */
	public function pipelines(): Pipelines {
		return $this->service( Pipelines::class, fn (): Pipelines => new Pipelines( $this->pipeline_store(), $this->opportunity_store(), $this->stage_move(), $this->activity(), $this->transaction(), $this->jobs(), $this->job_runner() ) );
	}

	/**
	 * Opportunities' SQL.
	 */
	public function opportunity_store(): OpportunityStore {
		return $this->service( OpportunityStore::class, fn (): OpportunityStore => new OpportunityStore( $this->db(), $this->opportunity_terms(), $this->followers() ) );
	}

	/**
	 * Changes of opportunities' owners.
	 *
	 * @return Ownership<Opportunity>
	 */
	public function opportunity_ownership(): Ownership {
		return $this->service( 'opportunity ownership', fn (): Ownership => new Ownership( RecordType::Opportunity, $this->opportunity_store(), $this->opportunity_guard(), $this->owners(), $this->record_access(), $this->gate(), $this->activity(), $this->transaction(), $this->clock(), new AllMoveAlong( $this->tasks_move_along(), $this->contact_follows_owner() ) ) );
	}

	/**
	 * Changes of opportunities' followers.
	 *
	 * @return Following<Opportunity>
	 */
	public function opportunity_following(): Following {
		return $this->service( 'opportunity following', fn (): Following => new Following( RecordType::Opportunity, $this->opportunity_store(), $this->followers(), $this->record_access(), $this->gate(), $this->activity(), $this->transaction() ) );
	}

	/**
	 * Every kind of record.
	 */
	public function records(): Records {
		return $this->service(
			Records::class,
			fn (): Records => new Records(
				array(
					RecordType::Contact->value     => fn (): RecordKind => $this->service( 'contact kind', fn (): RecordKind => new RecordKind( RecordType::Contact, $this->contact_store(), $this->contact_guard(), $this->contact_ownership(), $this->contact_following() ) ),
					RecordType::Opportunity->value => fn (): RecordKind => $this->service( 'opportunity kind', fn (): RecordKind => new RecordKind( RecordType::Opportunity, $this->opportunity_store(), $this->opportunity_guard(), $this->opportunity_ownership(), $this->opportunity_following() ) ),
				)
			)
		);
	}

	/**
	 * Tasks' use cases.
	 */
	public function tasks(): Tasks {
		return $this->service( Tasks::class, fn (): Tasks => new Tasks( $this->task_store(), $this->task_parents(), $this->task_access(), $this->contact_guard(), $this->opportunity_guard(), $this->activity(), $this->transaction(), $this->clock() ) );
	}

	/**
	 * Tasks' SQL.
	 */
	public function task_store(): TaskStore {
		return $this->service( TaskStore::class, fn (): TaskStore => new TaskStore( $this->db() ) );
	}

	/**
	 * Lists of tasks.
	 */
	public function task_finder(): TaskFinder {
		return $this->service( TaskFinder::class, fn (): TaskFinder => new TaskFinder( $this->db(), new ScopeSql( $this->db() ), new ListTotals() ) );
	}

	/**
	 * Parameters of lists of tasks.
	 */
	public function task_query_reader(): TaskQueryReader {
		return $this->service( TaskQueryReader::class, fn (): TaskQueryReader => new TaskQueryReader( $this->clock() ) );
	}

	/**
	 * Who may do what with a task.
	 */
	public function task_access(): TaskAccess {
		return $this->service( TaskAccess::class, fn (): TaskAccess => new TaskAccess( $this->record_access(), $this->gate() ) );
	}

	private function task_parents(): TaskParents {
		return $this->service( TaskParents::class, fn (): TaskParents => new TaskParents( $this->records() ) );
	}

	private function tasks_move_along(): TasksMoveAlong {
		return $this->service( TasksMoveAlong::class, fn (): TasksMoveAlong => new TasksMoveAlong( $this->task_store(), $this->activity(), $this->clock() ) );
	}

	private function opportunities_move_along(): OpportunitiesMoveAlong {
		return $this->service( OpportunitiesMoveAlong::class, fn (): OpportunitiesMoveAlong => new OpportunitiesMoveAlong( $this->opportunity_owners(), $this->many_contacts(), $this->many_opportunities(), $this->opportunity_store(), $this->record_access(), $this->due_follows() ) );
	}

	private function tasks_of_records(): TasksOfRecords {
		return $this->service( TasksOfRecords::class, fn (): TasksOfRecords => new TasksOfRecords( $this->task_store(), $this->clock() ) );
	}

	/**
	 * From a submission to a contact.
	 */
	public function intake(): Intake {
		return $this->service( Intake::class, fn (): Intake => new Intake( $this->submissions(), $this->contacts(), $this->contact_store(), $this->gate(), $this->transaction(), $this->clock() ) );
	}

	/**
	 * What becomes of each form's submissions.
	 */
	public function form_configs(): FormConfigStore {
		return $this->service( FormConfigStore::class, fn (): FormConfigStore => new FormConfigStore( $this->db(), $this->clock() ) );
	}

	/**
	 * All or nothing.
	 */
	public function transaction(): Transaction {
		return $this->service( Transaction::class, fn (): Transaction => new Transaction( $this->db() ) );
	}

	/**
	 * The tables' versions.
	 */
	public function migrations(): Migrations {
		return $this->service( Migrations::class, fn (): Migrations => new Migrations( $this->db(), $this->clock() ) );
	}

	/**
	 * The database.
	 */
	public function db(): Connection {
		return $this->service( Connection::class, static fn (): Connection => Connection::wordpress() );
	}

	/**
	 * The time.
	 */
	public function clock(): Clock {
		return $this->service( Clock::class, static fn (): Clock => new Clock() );
	}

	private function option_lock(): OptionLock {
		return $this->service( OptionLock::class, fn (): OptionLock => new OptionLock( $this->db(), $this->transaction() ) );
	}

	/**
	 * Jobs.
	 */
	public function jobs(): JobStore {
		return $this->service( JobStore::class, fn (): JobStore => new JobStore( $this->db(), $this->clock() ) );
	}

	/**
	 * Background work.
	 */
	public function job_runner(): JobRunner {
		return $this->service(
			JobRunner::class,
			fn (): JobRunner => new JobRunner(
				$this->jobs(),
				$this->transaction(),
				$this->clock(),
				array(
					BulkOwnership::claims( RecordType::Contact ) => $this->bulk_contact_ownership( ... ),
					BulkOwnership::reassigns( RecordType::Contact ) => $this->bulk_contact_ownership( ... ),
					BulkOwnership::claims( RecordType::Opportunity ) => $this->bulk_opportunity_ownership( ... ),
					BulkOwnership::reassigns( RecordType::Opportunity ) => $this->bulk_opportunity_ownership( ... ),
					StageMove::KIND      => $this->stage_move( ... ),
					LeaverHandOver::KIND => $this->leaver_hand_over( ... ),
					RealignOwners::KIND  => $this->realign_owners( ... ),
					EndOfFollows::KIND   => $this->end_of_follows( ... ),
				),
				$this->db()->is_sqlite()
			)
		);
	}

	/**
	 * @return RecordGuard<Contact>
	 */
	private function contact_guard(): RecordGuard {
		return $this->service( 'contact guard', fn (): RecordGuard => new RecordGuard( RecordType::Contact, $this->contact_store(), $this->record_access() ) );
	}

	/**
	 * @return RecordGuard<Opportunity>
	 */
	private function opportunity_guard(): RecordGuard {
		return $this->service( 'opportunity guard', fn (): RecordGuard => new RecordGuard( RecordType::Opportunity, $this->opportunity_store(), $this->record_access() ) );
	}

	private function opportunity_owners(): OpportunityOwners {
		return $this->service( OpportunityOwners::class, fn (): OpportunityOwners => new OpportunityOwners( $this->db() ) );
	}

	private function many_contacts(): ManyRecords {
		return $this->service( 'many contacts', fn (): ManyRecords => new ManyRecords( RecordType::Contact, fn () => $this->contact_store(), $this->owners(), $this->followers(), $this->activity(), $this->transaction() ) );
	}

	private function many_opportunities(): ManyRecords {
		return $this->service( 'many opportunities', fn (): ManyRecords => new ManyRecords( RecordType::Opportunity, fn () => $this->opportunity_store(), $this->owners(), $this->followers(), $this->activity(), $this->transaction(), $this->tasks_move_along() ) );
	}

	private function due_follows(): DueFollows {
		return $this->service( DueFollows::class, fn (): DueFollows => new DueFollows( $this->activity(), $this->gate() ) );
	}

	private function skipped_follows(): SkippedFollows {
		return $this->service( SkippedFollows::class, fn (): SkippedFollows => new SkippedFollows( $this->opportunity_owners(), $this->contact_store(), $this->due_follows() ) );
	}

	/**
	 * What an opportunity's owner changes about its contact.
	 */
	public function contact_follows_owner(): ContactFollowsOwner {
		return $this->service( ContactFollowsOwner::class, fn (): ContactFollowsOwner => new ContactFollowsOwner( $this->opportunity_owners(), $this->many_contacts(), $this->many_opportunities(), $this->contact_store(), $this->due_follows() ) );
	}

	private function synced_follows(): SyncedFollows {
		return new SyncedFollows( $this->contact_follows_owner(), $this->opportunity_owners(), $this->many_contacts(), $this->many_opportunities(), $this->contact_store(), $this->due_follows() );
	}

	private function separate_owners(): SeparateOwners {
		return $this->service( SeparateOwners::class, fn (): SeparateOwners => new SeparateOwners( $this->opportunity_owners(), $this->jobs(), $this->job_runner() ) );
	}

	private function realign_owners(): RealignOwners {
		return $this->service( RealignOwners::class, fn (): RealignOwners => new RealignOwners( $this->opportunity_owners(), $this->contact_store(), $this->many_opportunities(), $this->contact_follows_owner(), $this->gate() ) );
	}

	private function pipeline_store(): PipelineStore {
		return $this->service( PipelineStore::class, fn (): PipelineStore => new PipelineStore( $this->db() ) );
	}

	private function stage_move(): StageMove {
		return $this->service( StageMove::class, fn (): StageMove => new StageMove( $this->pipeline_store(), $this->opportunity_store(), $this->opportunities(), $this->activity(), $this->gate() ) );
	}

	private function opportunity_board(): OpportunityBoard {
		return $this->service( OpportunityBoard::class, fn (): OpportunityBoard => new OpportunityBoard( new KeptFirsts( new StageFirsts( $this->opportunity_sql() ), $this->changes( RecordType::Opportunity ) ), $this->opportunity_sums(), $this->opportunity_store() ) );
	}

	private function forecast(): Forecast {
		return $this->service( Forecast::class, fn (): Forecast => new Forecast( $this->opportunity_sums(), $this->pipeline_store() ) );
	}

	private function opportunity_presenter(): OpportunityPresenter {
		return $this->service( OpportunityPresenter::class, fn (): OpportunityPresenter => new OpportunityPresenter( $this->record_access(), $this->contact_names(), $this->skipped_follows() ) );
	}

	private function contact_names(): ContactNames {
		return $this->service( ContactNames::class, fn (): ContactNames => new ContactNames( $this->db(), new ScopeSql( $this->db() ) ) );
	}

	private function opportunities_of_contact(): OpportunitiesOfContact {
		return $this->service( OpportunitiesOfContact::class, fn (): OpportunitiesOfContact => new OpportunitiesOfContact( $this->opportunity_store(), $this->opportunity_terms(), $this->activity(), $this->transaction() ) );
	}

	private function opportunities_by_filter(): OpportunitiesByFilter {
		return $this->service( OpportunitiesByFilter::class, fn (): OpportunitiesByFilter => new OpportunitiesByFilter( $this->opportunity_finder(), $this->opportunity_query_reader() ) );
	}

	/**
	 * @return BulkOwnership<Opportunity>
	 */
	private function bulk_opportunity_ownership(): BulkOwnership {
		return $this->service( 'bulk opportunity ownership', fn (): BulkOwnership => new BulkOwnership( RecordType::Opportunity, $this->opportunity_ownership(), $this->opportunities_by_filter(), $this->gate() ) );
	}

	private function opportunity_terms(): OpportunityTerms {
		return $this->service( OpportunityTerms::class, fn (): OpportunityTerms => new OpportunityTerms( $this->db() ) );
	}

	private function contacts_by_filter(): ContactsByFilter {
		return $this->service( ContactsByFilter::class, fn (): ContactsByFilter => new ContactsByFilter( $this->contact_finder() ) );
	}

	/**
	 * @return BulkOwnership<Contact>
	 */
	private function bulk_contact_ownership(): BulkOwnership {
		return $this->service( 'bulk contact ownership', fn (): BulkOwnership => new BulkOwnership( RecordType::Contact, $this->contact_ownership(), $this->contacts_by_filter(), $this->gate() ) );
	}

	private function leaver_hand_over(): LeaverHandOver {
		return $this->service( LeaverHandOver::class, fn (): LeaverHandOver => new LeaverHandOver( $this->records(), $this->owners(), $this->followers(), $this->record_access(), $this->gate(), new TasksOfLeavers( $this->task_store(), $this->tasks() ) ) );
	}

	/**
	 * Ends follows of those who lost their access.
	 */
	public function access_watch(): AccessWatch {
		return $this->service( AccessWatch::class, fn (): AccessWatch => new AccessWatch( $this->db(), $this->end_of_follows( ... ), $this->jobs( ... ), $this->job_runner( ... ) ) );
	}

	private function end_of_follows(): EndOfFollows {
		return $this->service( EndOfFollows::class, fn (): EndOfFollows => new EndOfFollows( $this->records(), $this->followers(), $this->gate() ) );
	}

	private function lost_access(): LostAccess {
		return $this->service( LostAccess::class, fn (): LostAccess => new LostAccess( $this->records(), $this->owners(), $this->gate() ) );
	}

	private function member_settings(): MemberSettings {
		return $this->service( MemberSettings::class, fn (): MemberSettings => new MemberSettings( $this->clock() ) );
	}

	private function member_changes(): MemberChanges {
		return $this->service( MemberChanges::class, fn (): MemberChanges => new MemberChanges( $this->member_settings(), $this->activity() ) );
	}

	private function owners(): OwnerColumn {
		return $this->service( OwnerColumn::class, fn (): OwnerColumn => new OwnerColumn( $this->db(), $this->clock() ) );
	}

	private function form_receiver(): FormReceiver {
		return $this->service( FormReceiver::class, fn (): FormReceiver => new FormReceiver( $this->form_providers(), $this->form_configs(), $this->intake() ) );
	}

	private function form_providers(): FormProviders {
		return $this->service( FormProviders::class, static fn (): FormProviders => new FormProviders() );
	}

	private function submissions(): SubmissionStore {
		return $this->service( SubmissionStore::class, fn (): SubmissionStore => new SubmissionStore( $this->db(), $this->clock() ) );
	}

	private function submission_keys(): SubmissionKeys {
		return $this->service( SubmissionKeys::class, fn (): SubmissionKeys => new SubmissionKeys( $this->db(), $this->clock() ) );
	}

	private function record_access(): RecordAccess {
		return $this->service( RecordAccess::class, fn (): RecordAccess => new RecordAccess( $this->gate() ) );
	}

	private function contact_presenter(): ContactPresenter {
		return $this->service( ContactPresenter::class, fn (): ContactPresenter => new ContactPresenter( $this->record_access(), $this->skipped_follows() ) );
	}

	private function contact_tags(): ContactTags {
		return $this->service( ContactTags::class, fn (): ContactTags => new ContactTags( $this->db() ) );
	}

	private function followers(): Followers {
		return $this->service( Followers::class, fn (): Followers => new Followers( $this->db(), $this->clock() ) );
	}

	private function access_report(): AccessReport {
		return $this->service( AccessReport::class, fn (): AccessReport => new AccessReport( $this->gate(), $this->record_access(), new Remedies( $this->gate(), $this->record_access() ) ) );
	}

	private function team_activity(): TeamActivity {
		return $this->service( TeamActivity::class, fn (): TeamActivity => new TeamActivity( new ActivityFinder( $this->db(), new ScopeSql( $this->db() ), new ListTotals() ), $this->records() ) );
	}

	private function activity(): ActivityStore {
		return $this->service( ActivityStore::class, fn (): ActivityStore => new ActivityStore( $this->db(), $this->clock(), $this->notifier( ... ) ) );
	}

	private function meta_capabilities(): MetaCapabilities {
		return $this->service(
			MetaCapabilities::class,
			fn (): MetaCapabilities => new MetaCapabilities(
				$this->gate(),
				function ( RecordType $type, int $id, int $user ): ?Subject {
					$record = in_array( $type, $this->records()->types(), true ) ? $this->records()->find( $type, $id ) : null;
					return null === $record ? null : $this->record_access()->subject( $record, $this->gate()->actor( $user ) );
				}
			)
		);
	}

	private function notifier(): Notifier {
		return $this->service( Notifier::class, fn (): Notifier => new Notifier( $this->notification_store(), $this->notification_preferences(), $this->notification_sight(), $this->gate(), $this->transaction(), $this->clock(), $this->mail_queue() ) );
	}

	private function notification_store(): NotificationStore {
		return $this->service( NotificationStore::class, fn (): NotificationStore => new NotificationStore( $this->db(), $this->clock() ) );
	}

	private function notification_sight(): Sight {
		return $this->service( Sight::class, fn (): Sight => new Sight( $this->db(), new ScopeSql( $this->db() ), $this->records()->types() ) );
	}

	private function notification_reader(): Reader {
		return $this->service( Reader::class, fn (): Reader => new Reader( $this->notification_sight(), $this->records() ) );
	}

	private function notification_preferences(): Preferences {
		return $this->service( Preferences::class, static fn (): Preferences => new Preferences() );
	}

	private function mail_queue(): MailQueue {
		return $this->service( MailQueue::class, fn (): MailQueue => new MailQueue( $this->db(), $this->clock(), $this->notification_store() ) );
	}

	/**
	 * Sends notifications' mail.
	 */
	public function mail_sender(): MailSender {
		return $this->service( MailSender::class, fn (): MailSender => new MailSender( $this->mail_queue(), $this->notification_store(), $this->notification_reader(), $this->notification_preferences(), new EmailWriter( new Unsubscribe( $this->notification_preferences() ) ), $this->gate(), $this->clock(), fn (): bool => $this->job_runner()->is_awaited() ) );
	}

	/**
	 * @template T of object
	 * @param string        $name What it is.
	 * @param callable(): T $make Makes it.
	 * @return T
	 */
	private function service( string $name, callable $make ): object {
		$this->services[ $name ] ??= $make();
		/** @var T $service */
		$service = $this->services[ $name ];
		return $service;
	}
}
