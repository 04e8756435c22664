using Microsoft.CodeAnalysis;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Json;

/// <summary>
/// Finds the members of a type that the JSON serializer uses. Public fields are included, because the JSON options of the runtime include
/// them.
/// </summary>
internal static class JsonMembers
{
    /// <summary>
    /// The value of <c>JsonIgnoreCondition</c> that always excludes a member. The other constants exclude it only when values are written
    /// or only when they are read.
    /// </summary>
    public const int IgnoredAlways = 1;
    public const int IgnoredWhenWriting = 4;
    public const int IgnoredWhenReading = 5;

    /// <summary>Returns the members, including ignored ones. Members of the most derived type come first.</summary>
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

    /// <summary>Determines whether an attribute of a type or member specifies a JSON converter.</summary>
    public static bool HasConverter(ISymbol symbol) => FindConverter(symbol) is not null;

    /// <summary>
    /// Returns the JSON converter that an attribute of a type or member specifies. The JSON that a converter writes cannot be analyzed.
    /// </summary>
    /// <returns>The type of the converter, or of the attribute that creates it; null if there is none.</returns>
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

    /// <summary>
    /// Determines whether a JSON converter can write the keys of a dictionary. The converters that a factory or an attribute creates are
    /// not known, so they are assumed to do so.
    /// </summary>
    public static bool WritesKeys(INamedTypeSymbol converter)
    {
        for (var current = converter; current is not null; current = current.BaseType)
        {
            if (current.OriginalDefinition.Is(JsonNames.ConverterOfT))
            {
                return false;
            }

            if (!current.GetMembers("WriteAsPropertyName").IsEmpty)
            {
                return true;
            }
        }

        return true;
    }

    /// <summary>Returns the JSON name of a member before a naming policy is applied.</summary>
    public static string NameOf(ISymbol member) => AttributeReader.ReadText(member.FindAttribute(JsonNames.PropertyName)) ?? member.Name;

    /// <summary>Returns the condition under which a member is ignored, as a value of <c>JsonIgnoreCondition</c>; 0 for never.</summary>
    public static int IgnoreCondition(ISymbol member) =>
        member.FindAttribute(JsonNames.Ignore) is { } attribute ? AttributeReader.Read(attribute, "Condition", IgnoredAlways) : 0;

    /// <summary>Returns the derived types that a polymorphic type declares.</summary>
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

    /// <summary>Determines whether the type of an object is part of its JSON.</summary>
    public static bool IsPolymorphic(ITypeSymbol type) =>
        type.FindAttribute(JsonNames.Polymorphic) is not null || type.FindAttribute(JsonNames.DerivedType) is not null;

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

        // The compiler does not load private accessors from other assemblies. They are assumed to exist if the property has [JsonInclude].
        var isSet = property.SetMethod is { } setter
            ? isIncluded || setter.DeclaredAccessibility == Accessibility.Public
            : isIncluded && property.DeclaringSyntaxReferences.IsEmpty;
        return Create(property, property.Type, isSet || IsPopulated(property), constructor);
    }

    // With this attribute, the serializer sets the members of the object that the property returns.
    private static bool IsPopulated(IPropertySymbol property) =>
        property.FindAttribute(JsonNames.ObjectCreation) is not null
        || (property.Type.IsReferenceType && property.ContainingType.FindAttribute(JsonNames.ObjectCreation) is not null);

    private static JsonMember? Read(IFieldSymbol field, IMethodSymbol? constructor) =>
        field.DeclaredAccessibility == Accessibility.Public || field.FindAttribute(JsonNames.Include) is not null
            ? Create(field, field.Type, !field.IsReadOnly, constructor)
            : null;

    // An extension data member holds the JSON properties for which the type has no other member, so its type is not checked.
    private static JsonMember Create(ISymbol symbol, ITypeSymbol type, bool isSet, IMethodSymbol? constructor)
    {
        var condition = IgnoreCondition(symbol);
        return new JsonMember(
            symbol,
            type,
            condition != IgnoredWhenReading
                && (isSet || IsTaken(symbol.Name, type, constructor) || ReadOnlyCollections.Fill(symbol, type, constructor)),
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
