using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Json;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Payload;

/// <summary>
/// Finds default values that cannot be written as JSON, so that a dispatch with the default value fails. A test dispatches the default
/// values of many types, so that the rule matches the behavior of the serializer.
/// </summary>
internal static class UnwritableDefaults
{
    private const string NotANumber = "NaN";
    private const string Infinity = "infinity";
    private const string Surrogate = "contains an unpaired surrogate, which JSON cannot represent";
    private const int IgnoredWhenWritingDefault = 2;
    private const int IgnoredWhenWritingNull = 3;

    // A struct cannot contain itself, but structs can be nested deeply.
    private const int MaxDepth = 8;

    /// <summary>Explains why the default value of a parameter cannot be written; null if it can, or if there is no default value.</summary>
    public static Explanation? Of(IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue)
        {
            return null;
        }

        return Explain(
            parameter.Type,
            parameter.ExplicitDefaultValue is { } value ? WhyNoConstant(value) : WhyNoDefault(parameter.Type, nullIsRead: true, depth: 0));
    }

    /// <summary>
    /// Finds the members of a type whose declared default value cannot be written: the default value of the constructor parameter that sets
    /// the member, or the initial value of a property or field.
    /// </summary>
    /// <param name="type">The type.</param>
    /// <param name="members">The members that the serializer uses.</param>
    public static IEnumerable<(JsonMember Member, Explanation Explanation)> In(INamedTypeSymbol type, List<JsonMember> members)
    {
        foreach (var member in members)
        {
            if (!IsAlwaysWritten(member))
            {
                continue;
            }

            var hasNames = HasNamedNumbers(member.Symbol);
            if (Explain(member.Type, InitialValue(member.Symbol) is { } initial && !hasNames ? WhyNoNumber(initial) : null) is { } wrong)
            {
                yield return (member, wrong);
            }
            else if (FindParameter(type, member) is { } parameter
                && Explain(member.Type, WhyNoParameter(parameter, hasNames)) is { } explanation)
            {
                yield return (member, explanation);
            }
        }
    }

    private static Explanation? Explain(ITypeSymbol type, string? reason) => reason is null
        ? null
        : new Explanation(
            reason,
            type.IsReferenceType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
                ? "Use a different default value, or remove the default value"
                : "Use a nullable type with the default value null, or remove the default value");

    private static string? WhyNoParameter(IParameterSymbol parameter, bool hasNames) => parameter.ExplicitDefaultValue switch
    {
        double or float when hasNames => null,
        { } value => WhyNoConstant(value),
        null => WhyNoDefault(parameter.Type, nullIsRead: false, depth: 0),
    };

    private static string? WhyNoConstant(object value) => value switch
    {
        double number => double.IsNaN(number) ? WhyNoNumber(NotANumber) : double.IsInfinity(number) ? WhyNoNumber(Infinity) : null,
        float number => float.IsNaN(number) ? WhyNoNumber(NotANumber) : float.IsInfinity(number) ? WhyNoNumber(Infinity) : null,
        char character => char.IsSurrogate(character) ? Surrogate : null,
        string text => IsWellFormed(text) ? null : Surrogate,
        _ => null,
    };

    private static string WhyNoNumber(string number) => $"is {number}, which JSON cannot represent";

    // Explains why null, or the default value of a struct, cannot be written. The serializer refuses null for a member whose type is not
    // nullable. For the argument itself, generated code reads and writes null.
    private static string? WhyNoDefault(ITypeSymbol type, bool nullIsRead, int depth)
    {
        if (type.IsReferenceType)
        {
            return nullIsRead || type.NullableAnnotation != NullableAnnotation.NotAnnotated
                ? null
                : "is null, which the type does not allow";
        }

        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Struct } named
            || named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            || depth > MaxDepth)
        {
            return null;
        }

        if (named.Is(MetadataNames.TaskId))
        {
            return "is an empty task id, which is not valid";
        }

        if (named.Is("System.Collections.Immutable.ImmutableArray`1"))
        {
            return "is an uninitialized array, which cannot be written as JSON";
        }

        if (named.Is(MetadataNames.Framework.JsonElement))
        {
            return "is an undefined element, which cannot be written as JSON";
        }

        return JsonMembers.HasConverter(named) || JsonCollections.IsCollection(named) ? null : WhyNoParts(named, depth);
    }

    private static string? WhyNoParts(INamedTypeSymbol type, int depth)
    {
        if (type.IsTupleType)
        {
            foreach (var element in type.TupleElements)
            {
                if (WhyNoDefault(element.Type, nullIsRead: false, depth + 1) is { } why)
                {
                    return Inside(element.Name, why);
                }
            }

            return null;
        }

        // The serializer writes a key or value of a pair even if it is null. Other structs of .NET have no members that it refuses.
        var isPair = type.Is(MetadataNames.Framework.KeyValuePair);
        if (type.IsForeign() && !isPair)
        {
            return null;
        }

        foreach (var member in JsonMembers.Of(type))
        {
            if ((isPair || (IsAlwaysWritten(member) && IsStored(member.Symbol)))
                && WhyNoDefault(member.Type, isPair || IsGenericMember(member.Symbol), depth + 1) is { } why)
            {
                return Inside(member.Symbol.Name, why);
            }
        }

        return null;
    }

    private static string Inside(string member, string why) => $"has the member '{member}', which {why}";

    private static bool IsAlwaysWritten(JsonMember member) =>
        !member.IsIgnored
        && !JsonMembers.HasConverter(member.Symbol)
        && JsonMembers.IgnoreCondition(member.Symbol) is not (IgnoredWhenWritingDefault or IgnoredWhenWritingNull);

    // The value of a computed property is not known. For example, a property can return an empty string instead of null.
    private static bool IsStored(ISymbol member)
    {
        if (member is IFieldSymbol)
        {
            return true;
        }

        foreach (var other in member.ContainingType.GetMembers())
        {
            if (other is IFieldSymbol { AssociatedSymbol: { } property } && SymbolEqualityComparer.Default.Equals(property, member))
            {
                return true;
            }
        }

        return false;
    }

    // The serializer does not know the annotation of a member whose type is a type parameter.
    private static bool IsGenericMember(ISymbol member) => member.OriginalDefinition switch
    {
        IPropertySymbol property => property.Type.TypeKind == TypeKind.TypeParameter,
        IFieldSymbol field => field.Type.TypeKind == TypeKind.TypeParameter,
        _ => false,
    };

    private static bool HasNamedNumbers(ISymbol member) =>
        member.FindAttribute(JsonNames.NumberHandling) is not null
        || member.ContainingType.FindAttribute(JsonNames.NumberHandling) is not null;

    private static IParameterSymbol? FindParameter(INamedTypeSymbol type, JsonMember member)
    {
        foreach (var constructor in type.InstanceConstructors)
        {
            foreach (var parameter in constructor.Parameters)
            {
                if (parameter.HasExplicitDefaultValue && JsonConstructors.Binds(parameter, member.Symbol.Name, member.Type))
                {
                    return parameter;
                }
            }
        }

        return null;
    }

    // Returns a value such as double.NaN with which a property or field is initialized, as it is named in messages.
    private static string? InitialValue(ISymbol member)
    {
        var type = member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        if (type.SpecialType is not (SpecialType.System_Double or SpecialType.System_Single))
        {
            return null;
        }

        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            var value = reference.GetSyntax() switch
            {
                PropertyDeclarationSyntax declaration => declaration.Initializer?.Value,
                VariableDeclaratorSyntax declaration => declaration.Initializer?.Value,
                _ => null,
            };
            if (value is MemberAccessExpressionSyntax access)
            {
                return access.Name.Identifier.ValueText switch
                {
                    "NaN" => NotANumber,
                    "PositiveInfinity" or "NegativeInfinity" => Infinity,
                    _ => null,
                };
            }
        }

        return null;
    }

    private static bool IsWellFormed(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogatePair(text, index))
            {
                index++;
            }
            else if (char.IsSurrogate(text[index]))
            {
                return false;
            }
        }

        return true;
    }
}
