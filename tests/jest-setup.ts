import '@testing-library/jest-dom';

// What jsdom leaves out and the components of WordPress call.
class ResizeObserverStub implements ResizeObserver {
	observe(): void {}
	unobserve(): void {}
	disconnect(): void {}
}
globalThis.ResizeObserver ??= ResizeObserverStub;

class IntersectionObserverStub implements IntersectionObserver {
	readonly root = null;
	readonly rootMargin = '';
	readonly thresholds: readonly number[] = [];
	observe(): void {}
	unobserve(): void {}
	disconnect(): void {}
	takeRecords(): IntersectionObserverEntry[] {
		return [];
	}
}
globalThis.IntersectionObserver ??= IntersectionObserverStub;

if ( typeof Element !== 'undefined' ) {
	Element.prototype.scrollIntoView ??= () => {};
}
if ( typeof window !== 'undefined' ) {
	window.matchMedia ??= ( query: string ) =>
		( {
			matches: false,
			media: query,
			onchange: null,
			addListener: () => {},
			removeListener: () => {},
			addEventListener: () => {},
			removeEventListener: () => {},
			dispatchEvent: () => false,
		} ) as MediaQueryList;
}
