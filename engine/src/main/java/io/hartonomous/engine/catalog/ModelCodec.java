package io.hartonomous.engine.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// Values of the model as JSON and back, by their record components, so that nothing of an object
/// is lost when a database is closed.
///
/// Shape: a record is an object of its components; a record of a sealed family carries its simple
/// name as `@`; an empty optional is left out.
public final class ModelCodec {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

  private ModelCodec() {}

  private record Shape(Constructor<?> constructor, RecordComponent[] components) {}

  public static String write(Object value, Class<?> declared) {
    return encode(value, declared).toString();
  }

  public static <T> T read(String json, Class<T> declared) {
    try {
      return declared.cast(decode(JSON.readTree(json), declared));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row of hncat.entry is damaged", e);
    }
  }

  private static JsonNode encode(Object value, Type declared) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (value) {
      case String s -> nodes.textNode(s);
      case Boolean b -> nodes.booleanNode(b);
      case Integer i -> nodes.numberNode(i);
      case Enum<?> e -> nodes.textNode(e.name());
      case List<?> list -> {
        ArrayNode array = nodes.arrayNode();
        Type element = argument(declared, 0);
        list.forEach(item -> array.add(encode(item, element)));
        yield array;
      }
      case Map<?, ?> map -> {
        ObjectNode object = nodes.objectNode();
        Type element = argument(declared, 1);
        map.forEach((key, item) -> object.set((String) key, encode(item, element)));
        yield object;
      }
      case Record record -> {
        ObjectNode object = nodes.objectNode();
        if (raw(declared).isInterface()) {
          object.put("@", record.getClass().getSimpleName());
        }
        for (RecordComponent component : shape(record.getClass()).components()) {
          Object part = get(component, record);
          if (!(part instanceof Optional<?> optional)) {
            object.set(component.getName(), encode(part, component.getGenericType()));
          } else if (optional.isPresent()) {
            object.set(
                component.getName(),
                encode(optional.get(), argument(component.getGenericType(), 0)));
          }
        }
        yield object;
      }
      default -> throw new IllegalStateException("cannot store " + value.getClass());
    };
  }

  private static Object decode(JsonNode node, Type declared) {
    Class<?> type = raw(declared);
    if (type == String.class) {
      return node.textValue();
    } else if (type == boolean.class || type == Boolean.class) {
      return node.booleanValue();
    } else if (type == int.class || type == Integer.class) {
      return node.intValue();
    } else if (type.isEnum()) {
      return constant(type, node.textValue());
    } else if (type == List.class) {
      List<Object> list = new ArrayList<>(node.size());
      Type element = argument(declared, 0);
      node.forEach(item -> list.add(decode(item, element)));
      return list;
    } else if (type == Map.class) {
      Map<String, Object> map = new LinkedHashMap<>();
      Type element = argument(declared, 1);
      node.properties().forEach(e -> map.put(e.getKey(), decode(e.getValue(), element)));
      return map;
    }
    Class<?> record = type.isInterface() ? member(type, node.get("@").textValue()) : type;
    Shape shape = shape(record);
    Object[] values = new Object[shape.components().length];
    for (int i = 0; i < values.length; i++) {
      RecordComponent component = shape.components()[i];
      JsonNode part = node.get(component.getName());
      if (component.getType() == Optional.class) {
        values[i] =
            Optional.ofNullable(part).map(p -> decode(p, argument(component.getGenericType(), 0)));
      } else {
        values[i] = decode(part, component.getGenericType());
      }
    }
    try {
      return shape.constructor().newInstance(values);
    } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot make " + record, e);
    }
  }

  private static Object get(RecordComponent component, Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object constant(Class<?> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(c -> ((Enum<?>) c).name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Shape shape(Class<?> record) {
    return SHAPES.computeIfAbsent(
        record,
        r -> {
          RecordComponent[] components = r.getRecordComponents();
          try {
            return new Shape(
                r.getDeclaredConstructor(
                    Arrays.stream(components)
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new)),
                components);
          } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static Class<?> member(Class<?> family, String name) {
    for (Class<?> c : family.getPermittedSubclasses()) {
      if (c.isInterface()) {
        Class<?> inner = member(c, name);
        if (inner != null) {
          return inner;
        }
      } else if (c.getSimpleName().equals(name)) {
        return c;
      }
    }
    return null;
  }

  private static Class<?> raw(Type type) {
    return type instanceof ParameterizedType p ? (Class<?>) p.getRawType() : (Class<?>) type;
  }

  private static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }

  /// A sorted copy, for maps whose order must not depend on how they were made.
  static <V> Map<String, V> sorted(Map<String, V> map) {
    return new TreeMap<>(map);
  }
}
