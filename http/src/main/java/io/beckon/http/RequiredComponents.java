package io.beckon.http;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets the types say what a body must hold: a record component that is not {@code @Nullable} is
 * required, a collection that is missing is empty.
 */
final class RequiredComponents extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  @Override
  public JsonSetter.Value findSetterInfo(Annotated annotated) {
    if (annotated instanceof AnnotatedParameter parameter
        && parameter.getOwner().getMember() instanceof Constructor<?> constructor
        && constructor.getDeclaringClass().isRecord()) {
      return JsonSetter.Value.forValueNulls(
          nulls(constructor.getParameters()[parameter.getIndex()]));
    }
    return super.findSetterInfo(annotated);
  }

  private static Nulls nulls(Parameter parameter) {
    var type = parameter.getType();
    if (parameter.getAnnotatedType().isAnnotationPresent(Nullable.class)
        || type.isPrimitive()
        || type.equals(Optional.class)) {
      return Nulls.DEFAULT;
    }
    return Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)
        ? Nulls.AS_EMPTY
        : Nulls.FAIL;
  }
}
