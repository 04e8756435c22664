using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Parsing;

/// <summary>What the serializer sees of a type that is no collection, with the options of the runtime: public fields count too.</summary>
internal static class JsonMembers
{
    private const int IgnoredAlways = 1;
    private const int IgnoredWhenWriting = 4;
    private const int IgnoredWhenReading = 5;

    /// <summary>The members, those of the most derived type first, with what is ignored.</summary>
    public static List<JsonMember> Of(ITypeSymbol type)
    {
        var members = new List<JsonMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var constructor = type is INamedTypeSymbol named ? JsonConstructors.Choose(named) : null;
        for (var current = type; current is not null and not { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType }; current = current.BaseType)
        {
            Add(current, constructor, names, members);
        }

        if (type.TypeKind == TypeKind.Interface)
        {
            foreach (var inherited in type.AllInterfaces)
            {
                Add(inherited, constructor, names, members);
            }
        }

        return members;
    }

    /// <summary>Whether somebody's converter decides how values of a member or type travel.</summary>
    public static bool HasConverter(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            for (var current = attribute.AttributeClass; current is not null; current = current.BaseType)
            {
                if (current.Is(JsonNames.Converter))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static void Add(ITypeSymbol type, IMethodSymbol? constructor, HashSet<string> names, List<JsonMember> members)
    {
        foreach (var symbol in type.GetMembers())
        {
            var member = symbol switch
            {
                IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod: not null } property when property.ExplicitInterfaceImplementations.IsEmpty => Read(property, constructor),
                IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false } field => Read(field, constructor),
                _ => null,
            };
            if (member is { } found && names.Add(symbol.Name))
            {
                members.Add(found);
            }
        }
    }

    private static JsonMember? Read(IPropertySymbol property, IMethodSymbol? constructor)
    {
        var isIncluded = property.FindAttribute(JsonNames.Include) is not null;
        if (!isIncluded && (property.DeclaredAccessibility != Accessibility.Public || property.GetMethod!.DeclaredAccessibility != Accessibility.Public))
        {
            return null;
        }

        var isSet = property.SetMethod is { } setter && (isIncluded || setter.DeclaredAccessibility == Accessibility.Public);
        return Create(property, property.Type, isSet || property.FindAttribute(JsonNames.ObjectCreation) is not null, constructor);
    }

    private static JsonMember? Read(IFieldSymbol field, IMethodSymbol? constructor) =>
        field.DeclaredAccessibility == Accessibility.Public || field.FindAttribute(JsonNames.Include) is not null
            ? Create(field, field.Type, !field.IsReadOnly, constructor)
            : null;

    // Extension data is a bag of what has no member of its own: it is meant to hold anything.
    private static JsonMember Create(ISymbol symbol, ITypeSymbol type, bool isSet, IMethodSymbol? constructor)
    {
        var condition = IgnoreCondition(symbol);
        return new JsonMember(
            symbol,
            type,
            condition != IgnoredWhenReading && (isSet || IsTaken(symbol.Name, type, constructor)),
            condition is IgnoredAlways or IgnoredWhenWriting || symbol.FindAttribute(JsonNames.ExtensionData) is not null);
    }

    private static bool IsTaken(string name, ITypeSymbol type, IMethodSymbol? constructor)
    {
        foreach (var parameter in constructor?.Parameters ?? [])
        {
            if (JsonConstructors.Binds(parameter, name, type))
            {
                return true;
            }
        }

        return false;
    }

    private static int IgnoreCondition(ISymbol symbol)
    {
        if (symbol.FindAttribute(JsonNames.Ignore) is not { } attribute)
        {
            return 0;
        }

        foreach (var argument in attribute.NamedArguments)
        {
            if (argument is { Key: "Condition", Value.Value: int condition })
            {
                return condition;
            }
        }

        return IgnoredAlways;
    }
}
