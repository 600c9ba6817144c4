<?php
/**
 * Loads WordPress and Steward into a test process that config.php has configured.
 *
 * Include it at the top level or, as PHPUnit does, from within a function: hence the list of globals.
 *
 * @package Steward
 */

declare( strict_types=1 );

global $wp, $wp_query, $wp_the_query, $wp_rewrite, $wp_did_header, $wp_filter, $wp_actions, $wp_filters, $wp_current_filter, $wpdb,
	$table_prefix, $wp_version, $wp_db_version, $tinymce_version, $required_php_version, $required_php_extensions, $required_mysql_version,
	$wp_local_package, $wp_object_cache, $wp_roles, $wp_locale, $wp_locale_switcher, $wp_widget_factory, $wp_embed,
	$wp_textdomain_registry, $wp_plugin_paths, $wp_theme_directories, $wp_meta_keys, $wp_post_types, $wp_taxonomies, $wp_scripts,
	$wp_styles, $wp_script_modules, $wp_rest_server, $shortcode_tags, $allowedposttags, $allowedtags, $allowedentitynames,
	$allowedxmlentitynames, $current_site, $current_blog, $domain, $path, $blog_id, $site_id, $public, $pagenow, $timestart, $timeend,
	$is_lynx, $is_gecko, $is_winIE, $is_macIE, $is_opera, $is_NS4, $is_safari, $is_chrome, $is_iphone, $is_IE, $is_edge,
	$is_apache, $is_IIS, $is_iis7, $is_nginx, $is_caddy, $post, $authordata, $user_ID, $concatenate_scripts, $compress_scripts, $compress_css,
	$_wp_switched_stack, $switched, $l10n, $l10n_unloaded, $locale, $_wp_additional_image_sizes, $_wp_sidebars_widgets, $wp_registered_sidebars,
	$wp_registered_widgets, $wp_registered_widget_controls, $wp_registered_widget_updates, $_wp_deprecated_widgets_callbacks, $sidebars_widgets,
	$wp_admin_bar, $wp_user_roles, $PHP_SELF, $_links_add_base, $error, $wp_customize, $wp_sitemaps, $wp_smiliessearch, $wpsmiliestrans, $wp_header_to_desc;

// WordPress adopts filters that are in the array before it loads.
$wp_filter['muplugins_loaded'][10]['steward_tests'] = array(
	'function'      => static function (): void {
		require WP_PLUGIN_DIR . '/steward/plugin.php';
	},
	'accepted_args' => 0,
);
// The cheapest hash: making a user takes a third of the time.
$wp_filter['wp_hash_password_options'][10]['steward_tests'] = array(
	'function'      => static fn (): array => array( 'cost' => 4 ),
	'accepted_args' => 0,
);

require ABSPATH . 'wp-settings.php';

Steward\Plugin::activate( is_multisite() );
