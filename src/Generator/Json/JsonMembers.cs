using Microsoft.CodeAnalysis;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Json;

/// <summary>What the serializer sees of a type that is no collection, with the options of the runtime: public fields count too.</summary>
internal static class JsonMembers
{
    /// <summary>
    /// The conditions of <c>[JsonIgnore]</c> that take a member away, as numbers: always, where values are written, where they are read.
    /// </summary>
    public const int IgnoredAlways = 1;
    public const int IgnoredWhenWriting = 4;
    public const int IgnoredWhenReading = 5;

    /// <summary>The members, those of the most derived type first, with what is ignored.</summary>
    public static List<JsonMember> Of(ITypeSymbol type)
    {
        var members = new List<JsonMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var constructor = type is INamedTypeSymbol named ? JsonConstructors.Choose(named) : null;
        for (var current = type;
            current is not null and not { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType };
            current = current.BaseType)
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
    public static bool HasConverter(ISymbol symbol) => FindConverter(symbol) is not null;

    /// <summary>The converter that a type or member names: what it writes is nobody's business but its own.</summary>
    /// <returns>The converter, or the attribute that makes one; null where there is none.</returns>
    public static ITypeSymbol? FindConverter(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass.IsOrDerivesFrom(JsonNames.Converter))
            {
                return attribute.ConstructorArguments is [{ Value: ITypeSymbol converter }] ? converter : attribute.AttributeClass;
            }
        }

        return null;
    }

    /// <summary>The name that a member is given in JSON, before any policy of the options.</summary>
    public static string NameOf(ISymbol member) => AttributeReader.ReadText(member.FindAttribute(JsonNames.PropertyName)) ?? member.Name;

    /// <summary>When a member is left out; 0: never.</summary>
    public static int IgnoreCondition(ISymbol member) =>
        member.FindAttribute(JsonNames.Ignore) is { } attribute ? AttributeReader.Read(attribute, "Condition", IgnoredAlways) : 0;

    /// <summary>The types that a polymorphic type says it may be.</summary>
    public static IEnumerable<ITypeSymbol> DerivedTypes(ITypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass.Is(JsonNames.DerivedType)
                && attribute.ConstructorArguments is [{ Value: ITypeSymbol derived }, ..])
            {
                yield return derived;
            }
        }
    }

    private static void Add(ITypeSymbol type, IMethodSymbol? constructor, HashSet<string> names, List<JsonMember> members)
    {
        foreach (var symbol in type.GetMembers())
        {
            var member = symbol switch
            {
                IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod: not null } property
                    when property.ExplicitInterfaceImplementations.IsEmpty => Read(property, constructor),
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
        if (!isIncluded
            && (property.DeclaredAccessibility != Accessibility.Public
                || property.GetMethod!.DeclaredAccessibility != Accessibility.Public))
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
}
