using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TaskGen.Generator.Json;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Sensitivity;

/// <summary>
/// Determines whether a symbol is sensitive, and which members of a type are sensitive, including the members of all types that are
/// serialized inside it. Members are identified only by name, so that a type can contain itself. As a result, other members with the same
/// name are also masked, which hides too much instead of too little.
/// </summary>
internal static class SensitivityReader
{
    /// <summary>Returns the sensitive parts of a payload parameter; null if there are none.</summary>
    public static SensitivityModel? Read(IParameterSymbol parameter) =>
        IsSensitive(parameter) ? SensitivityModel.Whole : ReadMembers(parameter.Type);

    /// <summary>Returns the sensitive parts of a task result; null if there are none.</summary>
    public static SensitivityModel? ReadResult(IMethodSymbol method)
    {
        if (ReturnReader.ResultType(method) is not { } result)
        {
            return null;
        }

        for (var current = method; current is not null; current = current.OverriddenMethod)
        {
            if (HasAttribute(current.GetReturnTypeAttributes()))
            {
                return SensitivityModel.Whole;
            }
        }

        return ReadMembers(result);
    }

    /// <summary>Returns the sensitive members at all levels of a type; null if there are none.</summary>
    public static SensitivityModel? ReadMembers(ITypeSymbol type)
    {
        if (IsPlain(type))
        {
            return null;
        }

        var names = new SortedSet<string>(StringComparer.Ordinal);
        Walk(type, names, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default));
        return names.Count == 0 ? null : new SensitivityModel(ImmutableArray.CreateRange(names));
    }

    /// <summary>
    /// Determines whether a parameter, property, or field is marked with the attribute. An attribute on a constructor parameter also
    /// applies to the property with the same name, because an attribute in a positional record applies to the parameter.
    /// </summary>
    public static bool IsSensitive(ISymbol symbol)
    {
        switch (symbol)
        {
            case IParameterSymbol parameter:
                return HasAttribute(parameter.GetAttributes())
                    || (parameter.ContainingSymbol is IMethodSymbol { OverriddenMethod: { } overridden }
                        && IsSensitive(overridden.Parameters[parameter.Ordinal]));
            case IFieldSymbol field:
                return HasAttribute(field.GetAttributes());
            case IPropertySymbol property:
                return HasAttribute(property.GetAttributes())
                    || IsSensitiveInConstructor(property)
                    || (property.OverriddenProperty is { } hidden && IsSensitive(hidden));
            default:
                return false;
        }
    }

    /// <summary>Determines whether the attributes of a symbol contain <c>[Sensitive]</c>.</summary>
    public static bool HasAttribute(ImmutableArray<AttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass.Is(MetadataNames.SensitiveAttribute))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSensitiveInConstructor(IPropertySymbol property)
    {
        if (property.IsStatic || property.IsIndexer)
        {
            return false;
        }

        foreach (var constructor in property.ContainingType.InstanceConstructors)
        {
            foreach (var parameter in constructor.Parameters)
            {
                if (string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase)
                    && HasAttribute(parameter.GetAttributes()))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static void Walk(ITypeSymbol type, SortedSet<string> names, HashSet<ITypeSymbol> seen)
    {
        if (type is IArrayTypeSymbol array)
        {
            Walk(array.ElementType, names, seen);
            return;
        }

        if (type is not INamedTypeSymbol named || IsPlain(named))
        {
            return;
        }

        foreach (var argument in named.TypeArguments)
        {
            Walk(argument, names, seen);
        }

        // The attributes are on the type definition. Because only definitions are visited, the search ends even if a type contains itself
        // with different type arguments.
        var definition = named.OriginalDefinition;
        if (!seen.Add(definition) || IsFrameworks(definition))
        {
            return;
        }

        WalkMembers(definition, names, seen);
        if (definition.BaseType is { } ancestor)
        {
            Walk(ancestor, names, seen);
        }

        foreach (var implemented in definition.Interfaces)
        {
            Walk(implemented, names, seen);
        }
    }

    private static void WalkMembers(INamedTypeSymbol type, SortedSet<string> names, HashSet<ITypeSymbol> seen)
    {
        foreach (var member in type.GetMembers())
        {
            if (member.IsStatic || (member.IsImplicitlyDeclared && member is not IPropertySymbol) || TypeOf(member) is not { } memberType)
            {
                continue;
            }

            if (IsSensitive(member))
            {
                names.Add(JsonMembers.NameOf(member));
            }
            else
            {
                Walk(memberType, names, seen);
            }
        }

        foreach (var derived in JsonMembers.DerivedTypes(type))
        {
            Walk(derived, names, seen);
        }
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol { IsIndexer: false } property => property.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };

    // Most parameters have a simple type, whose members do not have to be read.
    private static bool IsPlain(ITypeSymbol type) =>
        type.SpecialType != SpecialType.None || type.TypeKind is TypeKind.Enum or TypeKind.Delegate or TypeKind.Pointer or TypeKind.Error;

    private static bool IsFrameworks(INamedTypeSymbol type) =>
        type.IsTupleType || (type.RootNamespace() == "System" && type.DeclaringSyntaxReferences.IsEmpty);
}
