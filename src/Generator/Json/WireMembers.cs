using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Json;

/// <summary>
/// What the serializer makes of a type, with the options that the runtime gives it: fields are included, and constructor parameters without
/// a default must be there. Only members that are both written and read count: nobody misses the others.
/// </summary>
internal static class WireMembers
{
    /// <summary>The members of a type, those of a base type first.</summary>
    /// <returns>The members; null where only the serializer, or nobody, can read the type.</returns>
    public static ImmutableArray<WireMember>? Of(INamedTypeSymbol type)
    {
        var constructor = JsonConstructors.Choose(type);
        if (type.IsAbstract || IsFramework(type) || IsPolymorphic(type) || (constructor is null && !type.IsValueType))
        {
            return null;
        }

        var setsRequired = constructor?.FindAttribute(MetadataNames.Framework.SetsRequiredMembersAttribute) is not null;
        var members = ImmutableArray.CreateBuilder<WireMember>();
        foreach (var (symbol, memberType) in Candidates(type))
        {
            var parameter = FindParameter(constructor, symbol.Name);
            if (!IsIgnored(symbol) && IsWritten(symbol) && (parameter is not null || IsSet(symbol)))
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

        // The most derived of a name in JSON wins, but stands where the name came first.
        var found = new List<(ISymbol Symbol, ITypeSymbol Type)>();
        foreach (var current in types)
        {
            foreach (var member in current.GetMembers())
            {
                var memberType = member switch
                {
                    { IsStatic: true } or { IsImplicitlyDeclared: true, DeclaredAccessibility: not Accessibility.Public } => null,

                    // Beside the name that is written there is ItemN, by which it travels.
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

    // Private accessors in other assemblies are not shown to a compilation, so whoever includes a property is believed to have them.
    private static bool IsWritten(ISymbol member) =>
        member is IFieldSymbol or IPropertySymbol { GetMethod.DeclaredAccessibility: Accessibility.Public } || IsIncluded(member);

    private static bool IsSet(ISymbol member) => member switch
    {
        IFieldSymbol field => !field.IsReadOnly,
        IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Public } => true,
        _ => IsIncluded(member),
    };

    private static bool IsPolymorphic(INamedTypeSymbol type) =>
        type.FindAttribute(JsonNames.Polymorphic) is not null || type.FindAttribute(JsonNames.DerivedType) is not null;

    // The serializer has converters of its own for them, or they are not made for it.
    private static bool IsFramework(INamedTypeSymbol type)
    {
        var name = type.GetFullMetadataName();
        return name.StartsWith("System.", StringComparison.Ordinal) && !type.IsTupleType && name != MetadataNames.Framework.KeyValuePair;
    }
}
