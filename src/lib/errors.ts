/**
 * The server's refusals as one type.
 */
import { __ } from '@wordpress/i18n';

/** Everything a REST error may carry beside its code and message. */
export interface RestErrorData {
	status?: number;
	reason?: string;
	remedy?: string;
	/** Field → what is wrong with it. */
	params?: Record< string, string >;
	[ key: string ]: unknown;
}

/**
 * An answer that isn't a success: the server's code, message, reason and remedy, or a failure to reach it at all
 * (`status` 0, `offline` true).
 */
export class RestError extends Error {
	public readonly code: string;
	public readonly status: number;
	public readonly reason: string | undefined;
	public readonly remedy: string | undefined;
	public readonly params: Record< string, string >;
	public readonly data: RestErrorData;

	public constructor(
		code: string,
		message: string,
		data: RestErrorData = {}
	) {
		super( message );
		this.name = 'RestError';
		this.code = code;
		this.data = data;
		this.status = Number( data.status ?? 0 );
		this.reason = data.reason;
		this.remedy = data.remedy;
		this.params = data.params ?? {};
	}

	/** Whether the server wasn't reached, so that trying again may help. */
	public get offline(): boolean {
		return this.code === 'fetch_error' || this.code === 'offline_error';
	}
}

function isRecord( value: unknown ): value is Record< string, unknown > {
	return typeof value === 'object' && value !== null;
}

/**
 * Whatever api-fetch or core-data threw, as a RestError.
 *
 * @param thrown The thrown value, of any shape.
 */
export function asRestError( thrown: unknown ): RestError {
	if ( thrown instanceof RestError ) {
		return thrown;
	}
	const fallback = __( 'Something went wrong. Please try again.', 'steward' );
	if ( ! isRecord( thrown ) ) {
		return new RestError( 'unknown_error', fallback );
	}
	const code =
		typeof thrown.code === 'string' ? thrown.code : 'unknown_error';
	if ( code === 'fetch_error' || code === 'offline_error' ) {
		return new RestError(
			code,
			__( 'The server could not be reached.', 'steward' ),
			{
				remedy: __( 'Check your connection and try again.', 'steward' ),
			}
		);
	}
	const message =
		typeof thrown.message === 'string' && thrown.message !== ''
			? thrown.message
			: fallback;
	return new RestError(
		code,
		message,
		isRecord( thrown.data ) ? ( thrown.data as RestErrorData ) : {}
	);
}

/**
 * What a person is told where no field can say it: what is wrong with each, else as errorText().
 *
 * @param error The error, or anything thrown.
 */
export function detailText( error: unknown ): string {
	const { params } = asRestError( error );
	return Object.values( params ).join( ' ' ) || errorText( error );
}

/**
 * What a person is told: the message, then what to do about it.
 *
 * @param error The error, or anything thrown.
 */
export function errorText( error: unknown ): string {
	const { message, remedy } = asRestError( error );
	if ( ! remedy || message.includes( remedy ) ) {
		return message;
	}
	return `${ message } ${ remedy }`;
}
