/**
 * A step of the build, not a part of the program: links in the jar what Java would link while the program runs. A lambda, a record's
 * {@code equals} or a text that is put together makes the JVM write a class or a chain of method handles when it is first come
 * by. Written before, they are classes and methods like all others, and many lambdas share one class.
 */
@NullMarked
package io.rolemeter.packaging;

import org.jspecify.annotations.NullMarked;
