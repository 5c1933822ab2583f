/** OpenPGP: makes and reads keys, and encrypts what leaves. */
@NullMarked
package io.beckon.actors.pgp;

import org.jspecify.annotations.NullMarked;
