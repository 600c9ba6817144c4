<?php
/**
 * Plugin Name:       Steward
 * Description:       Gives a team's contacts an owner: reps claim unassigned contacts, administrators decide who sees and who edits what, and the server enforces it everywhere.
 * Version:           0.1.0
 * Requires at least: 6.8
 * Requires PHP:      8.1
 * Author:            The Steward authors
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       steward
 * Domain Path:       /languages
 *
 * The only file with side effects: it defines the constants, the autoloader and starts the plugin.
 *
 * @package Steward
 */

defined( 'ABSPATH' ) || exit;

define( 'STEWARD_VERSION', '0.1.0' );
define( 'STEWARD_FILE', __FILE__ );

require_once __DIR__ . '/includes/autoload.php';
require_once __DIR__ . '/includes/functions.php';

register_activation_hook( __FILE__, array( Steward\Plugin::class, 'activate' ) );
register_deactivation_hook( __FILE__, array( Steward\Plugin::class, 'deactivate' ) );

Steward\Plugin::instance()->boot();
