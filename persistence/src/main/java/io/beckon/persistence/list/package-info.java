/** Contact lists, their contacts, imports and staged files. */
@NullMarked
package io.beckon.persistence.list;

import org.jspecify.annotations.NullMarked;
