import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Gives switches over types, and `equals` and `hashCode` of records, plain code.
///
/// The compiler leaves them to `invokedynamic`, and the JVM makes their code at the first call: an
/// AOT cache holds that for lambdas, but not for these. A run that goes through 150 such places, as
/// a small build does, waits about 0.1 s for them. What they answer stays the same; a switch with a
/// label that is no class, and a record's `toString`, are left alone.
///
/// Source: the documentation of `java.lang.runtime.SwitchBootstraps` and `ObjectMethods`.
final class PlainCallSites {
  private static final ClassDesc SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
  private static final ClassDesc RECORDS = ClassDesc.of("java.lang.runtime.ObjectMethods");
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");

  private record Place(String kind, MethodTypeDesc type, List<ConstantDesc> arguments) {}

  private record Plain(String name, MethodTypeDesc type, Consumer<CodeBuilder> code) {}

  private final ClassModel model;
  private final Map<Place, Plain> methods = new LinkedHashMap<>();

  private PlainCallSites(ClassModel model) {
    this.model = model;
  }

  /// The class file with plain code; the same bytes where it has no such place.
  static byte[] rewrite(ClassFile classFile, byte[] bytes) {
    var model = classFile.parse(bytes);
    var sites = new PlainCallSites(model);
    if (model.methods().stream()
        .flatMap(method -> method.code().stream())
        .flatMap(code -> code.elementStream())
        .noneMatch(element ->
            element instanceof InvokeDynamicInstruction call && sites.plain(call).isPresent())) {
      return bytes;
    }
    CodeTransform calls =
        (builder, element) -> {
          var plain =
              element instanceof InvokeDynamicInstruction call
                  ? sites.plain(call)
                  : Optional.<Plain>empty();
          plain.ifPresentOrElse(sites.call(builder), () -> builder.with(element));
        };
    return classFile.transformClass(
        model,
        ClassTransform.transformingMethodBodies(calls)
            .andThen(
                ClassTransform.endHandler(builder ->
                    sites
                        .methods
                        .values()
                        .forEach(plain ->
                            builder.withMethodBody(
                                plain.name(),
                                plain.type(),
                                ClassFile.ACC_PRIVATE
                                    | ClassFile.ACC_STATIC
                                    | ClassFile.ACC_SYNTHETIC,
                                plain.code())))));
  }

  private Consumer<Plain> call(CodeBuilder builder) {
    var isInterface = model.flags().has(java.lang.reflect.AccessFlag.INTERFACE);
    return plain ->
        builder.invokestatic(model.thisClass().asSymbol(), plain.name(), plain.type(), isInterface);
  }

  /// What stands for a call; empty where it is left alone.
  private Optional<Plain> plain(InvokeDynamicInstruction call) {
    var bootstrap = call.bootstrapMethod();
    var kind = call.name().stringValue();
    var place = new Place(kind, call.typeSymbol(), call.bootstrapArgs());
    if (bootstrap.owner().equals(SWITCHES)
        && bootstrap.methodName().equals("typeSwitch")
        && place.arguments().stream().allMatch(ClassDesc.class::isInstance)) {
      return Optional.of(method(place, code -> typeSwitch(code, classes(place))));
    }
    if (bootstrap.owner().equals(RECORDS) && kind.equals("equals")) {
      return Optional.of(method(place, code -> equals(code, getters(place))));
    }
    if (bootstrap.owner().equals(RECORDS) && kind.equals("hashCode")) {
      return Optional.of(method(place, code -> hash(code, getters(place))));
    }
    return Optional.empty();
  }

  private Plain method(Place place, Consumer<CodeBuilder> code) {
    return methods.computeIfAbsent(
        place, _ -> new Plain("plain$" + place.kind() + methods.size(), place.type(), code));
  }

  private static List<ClassDesc> classes(Place place) {
    return place.arguments().stream().map(ClassDesc.class::cast).toList();
  }

  /// The arguments are the record's class, its components' names, and a getter for each.
  private static List<DirectMethodHandleDesc> getters(Place place) {
    return place.arguments().stream().skip(2).map(DirectMethodHandleDesc.class::cast).toList();
  }

  /// `(target, restart)`: -1 for null, else the first label from `restart` on that is a class of
  /// the target, else the number of labels.
  private static void typeSwitch(CodeBuilder code, List<ClassDesc> labels) {
    code.aload(0)
        .ifThen(java.lang.classfile.Opcode.IFNULL, none -> none.loadConstant(-1).ireturn());
    for (var i = 0; i < labels.size(); i++) {
      var next = code.newLabel();
      code.iload(1).loadConstant(i).if_icmpgt(next);
      code.aload(0).instanceOf(labels.get(i)).ifeq(next);
      code.loadConstant(i).ireturn();
      code.labelBinding(next);
    }
    code.loadConstant(labels.size()).ireturn();
  }

  /// `(record, other)`: whether the other is of the same class with equal components.
  private void equals(CodeBuilder code, List<DirectMethodHandleDesc> getters) {
    var self = model.thisClass().asSymbol();
    var different = code.newLabel();
    var sameClass = code.newLabel();
    code.aload(0).aload(1).if_acmpne(sameClass).iconst_1().ireturn();
    code.labelBinding(sameClass);
    code.aload(1).instanceOf(self).ifeq(different);
    code.aload(1).checkcast(self).astore(2);
    for (var getter : getters) {
      var type = getter.invocationType().returnType();
      code.aload(0).getfield(self, getter.methodName(), type);
      code.aload(2).getfield(self, getter.methodName(), type);
      unlessEqual(code, type, different);
    }
    code.iconst_1().ireturn();
    code.labelBinding(different);
    code.iconst_0().ireturn();
  }

  private static void unlessEqual(CodeBuilder code, ClassDesc type, Label different) {
    switch (TypeKind.from(type).asLoadable()) {
      case INT -> code.if_icmpne(different);
      case LONG -> code.lcmp().ifne(different);
      case FLOAT, DOUBLE ->
          code.invokestatic(
                  boxOf(type), "compare", MethodTypeDesc.of(ConstantDescs.CD_int, type, type))
              .ifne(different);
      default ->
          code.invokestatic(
                  OBJECTS,
                  "equals",
                  MethodTypeDesc.of(
                      ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object))
              .ifeq(different);
    }
  }

  /// `(record)`: the components' hash codes, each time 31 and the next one.
  private void hash(CodeBuilder code, List<DirectMethodHandleDesc> getters) {
    var self = model.thisClass().asSymbol();
    code.iconst_0();
    for (var getter : getters) {
      var type = getter.invocationType().returnType();
      code.loadConstant(31).imul();
      code.aload(0).getfield(self, getter.methodName(), type);
      code.invokestatic(
          type.isPrimitive() ? boxOf(type) : OBJECTS,
          "hashCode",
          MethodTypeDesc.of(
              ConstantDescs.CD_int, type.isPrimitive() ? type : ConstantDescs.CD_Object));
      code.iadd();
    }
    code.ireturn();
  }

  private static ClassDesc boxOf(ClassDesc primitive) {
    return switch (primitive.descriptorString()) {
      case "Z" -> ConstantDescs.CD_Boolean;
      case "B" -> ConstantDescs.CD_Byte;
      case "C" -> ConstantDescs.CD_Character;
      case "S" -> ConstantDescs.CD_Short;
      case "I" -> ConstantDescs.CD_Integer;
      case "J" -> ConstantDescs.CD_Long;
      case "F" -> ConstantDescs.CD_Float;
      case "D" -> ConstantDescs.CD_Double;
      default -> throw new IllegalArgumentException(primitive.descriptorString());
    };
  }
}
