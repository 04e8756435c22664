using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Json;

/// <summary>
/// Finds the members that are part of the JSON contract of a type: those that the serializer both writes and reads. With the JSON options
/// of the runtime, public fields are included, and constructor parameters without a default value are required.
/// </summary>
internal static class WireMembers
{
    /// <summary>Returns the members of a type. Members of a base type come first.</summary>
    /// <returns>The members; null if the serializer has a built-in format for the type, or if the type cannot be read.</returns>
    public static ImmutableArray<WireMember>? Of(INamedTypeSymbol type)
    {
        var constructor = JsonConstructors.Choose(type);
        if (type.IsAbstract || IsFramework(type) || JsonMembers.IsPolymorphic(type) || (constructor is null && !type.IsValueType))
        {
            return null;
        }

        var setsRequired = constructor?.FindAttribute(MetadataNames.Framework.SetsRequiredMembersAttribute) is not null;
        var members = ImmutableArray.CreateBuilder<WireMember>();
        foreach (var (symbol, memberType) in Candidates(type))
        {
            var parameter = FindParameter(constructor, symbol.Name);
            if (!IsIgnored(symbol)
                && IsWritten(symbol)
                && (parameter is not null || IsSet(symbol) || ReadOnlyCollections.Fill(symbol, memberType, constructor)))
            {
                var isRequired = (parameter is not null && !parameter.HasExplicitDefaultValue)
                    || (symbol is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true } && !setsRequired)
                    || symbol.FindAttribute(JsonNames.Required) is not null;
                members.Add(new WireMember(JsonMembers.NameOf(symbol), !isRequired, memberType, symbol));
            }
        }

        return members.ToImmutable();
    }

    private static List<(ISymbol Symbol, ITypeSymbol Type)> Candidates(INamedTypeSymbol type)
    {
        var types = new Stack<INamedTypeSymbol>();
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            types.Push(current);
        }

        // If several members have the same JSON name, the most derived one is used, at the position of the first one.
        var found = new List<(ISymbol Symbol, ITypeSymbol Type)>();
        foreach (var current in types)
        {
            foreach (var member in current.GetMembers())
            {
                var memberType = member switch
                {
                    { IsStatic: true } or { IsImplicitlyDeclared: true, DeclaredAccessibility: not Accessibility.Public } => null,

                    // A named tuple element also has a field ItemN, which is the field that is written.
                    IFieldSymbol { IsExplicitlyNamedTupleElement: true } => null,
                    IPropertySymbol { IsIndexer: false, ExplicitInterfaceImplementations.IsEmpty: true } property => property.Type,
                    IFieldSymbol field => field.Type,
                    _ => null,
                };
                if (memberType is null || !(member.DeclaredAccessibility == Accessibility.Public || IsIncluded(member)))
                {
                    continue;
                }

                var index = found.FindIndex(
                    other => JsonMembers.NameOf(other.Symbol) == JsonMembers.NameOf(member)
                        || (member.IsOverride && other.Symbol.Name == member.Name));
                if (index < 0)
                {
                    found.Add((member, memberType));
                }
                else
                {
                    found[index] = (member, memberType);
                }
            }
        }

        return found;
    }

    private static IParameterSymbol? FindParameter(IMethodSymbol? constructor, string member)
    {
        foreach (var parameter in constructor?.Parameters ?? [])
        {
            if (parameter.Name.Equals(member, StringComparison.OrdinalIgnoreCase))
            {
                return parameter;
            }
        }

        return null;
    }

    private static bool IsIgnored(ISymbol member) =>
        member.FindAttribute(JsonNames.ExtensionData) is not null
        || JsonMembers.IgnoreCondition(member)
            is JsonMembers.IgnoredAlways or JsonMembers.IgnoredWhenWriting or JsonMembers.IgnoredWhenReading;

    private static bool IsIncluded(ISymbol member) => member.FindAttribute(JsonNames.Include) is not null;

    // The compiler does not load private accessors from other assemblies. They are assumed to exist if the property has [JsonInclude].
    private static bool IsWritten(ISymbol member) =>
        member is IFieldSymbol or IPropertySymbol { GetMethod.DeclaredAccessibility: Accessibility.Public } || IsIncluded(member);

    private static bool IsSet(ISymbol member) => member switch
    {
        IFieldSymbol field => !field.IsReadOnly,
        IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Public } => true,
        _ => IsIncluded(member),
    };

    // For framework types, the serializer has built-in converters, or does not support the type.
    private static bool IsFramework(INamedTypeSymbol type)
    {
        var name = type.GetFullMetadataName();
        return name.StartsWith("System.", StringComparison.Ordinal) && !type.IsTupleType && name != MetadataNames.Framework.KeyValuePair;
    }
}
