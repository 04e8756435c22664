using Mono.Cecil;

namespace House.Tests.Rooms;

/// <summary>
/// Lists the types that a type names, in whatever place: base types, constraints, members, bodies and attributes, those of nested types
/// included.
/// </summary>
internal static class TypeReferences
{
    public static IEnumerable<TypeReference> Of(TypeDefinition type) => Named(type).SelectMany(Parts);

    private static IEnumerable<TypeReference?> Named(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(static implemented => implemented.InterfaceType),
        .. Constraints(type),
        .. Attributes(type),
        .. type.Fields.SelectMany(static field => Attributes(field).Append(field.FieldType)),
        .. type.Properties.SelectMany(Attributes),
        .. type.Methods.SelectMany(Named),
        .. type.NestedTypes.SelectMany(Named),
    ];

    private static IEnumerable<TypeReference?> Named(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.SelectMany(static parameter => Attributes(parameter).Append(parameter.ParameterType)),
        .. Constraints(method),
        .. Attributes(method),
        .. method.HasBody ? Body(method) : [],
    ];

    private static IEnumerable<TypeReference?> Body(MethodDefinition method) =>
    [
        .. method.Body.Variables.Select(static variable => variable.VariableType),
        .. method.Body.ExceptionHandlers.Select(static handler => handler.CatchType),
        .. method.Body.Instructions.SelectMany(static instruction => Operand(instruction.Operand)),
    ];

    private static IEnumerable<TypeReference?> Operand(object? operand) => operand switch
    {
        GenericInstanceMethod method => [method.DeclaringType, .. method.GenericArguments],
        MemberReference and not TypeReference and { DeclaringType: var type } => [type],
        TypeReference type => [type],
        _ => [],
    };

    private static IEnumerable<TypeReference?> Constraints(IGenericParameterProvider generic) =>
        generic.GenericParameters.SelectMany(
            static parameter => parameter.Constraints.Select(static constraint => constraint.ConstraintType));

    private static IEnumerable<TypeReference?> Attributes(ICustomAttributeProvider provider) =>
        provider.CustomAttributes.SelectMany(static attribute =>
            attribute.ConstructorArguments.Select(static argument => argument.Value as TypeReference).Append(attribute.AttributeType));

    // List<Held[]> names List, Held and nothing else.
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        TypeSpecification specification => Parts(specification.ElementType),
        _ => [type],
    };
}
