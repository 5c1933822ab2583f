/** Places that are watched for files. */
@NullMarked
package io.beckon.protocol.filedrop;

import org.jspecify.annotations.NullMarked;
