<?php
/**
 * Removes everything, where the administrator asked for it in the settings.
 *
 * @package Steward
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

require_once __DIR__ . '/plugin.php';

Steward\Plugin::uninstall();
