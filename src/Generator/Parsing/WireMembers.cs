using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Parsing;

/// <summary>
/// What the serializer makes of a type, with the options that the runtime gives it: fields are included, and constructor parameters without a default must be there.
/// Only members that are both written and read count: nobody misses the others.
/// </summary>
internal static class WireMembers
{
    private const int IgnoreAlways = 1;
    private const int IgnoreWhenWriting = 4;
    private const int IgnoreWhenReading = 5;

    /// <summary>The members of a type, those of a base type first.</summary>
    /// <returns>The members; null where only the serializer, or nobody, can read the type.</returns>
    public static ImmutableArray<WireMember>? Of(INamedTypeSymbol type)
    {
        if (type.IsAbstract || IsFramework(type) || IsPolymorphic(type) || !TryChooseConstructor(type, out var constructor))
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
                    || symbol.FindAttribute(MetadataNames.Framework.JsonRequiredAttribute) is not null;
                members.Add(new WireMember(NameOf(symbol), !isRequired, memberType, symbol));
            }
        }

        return members.ToImmutable();
    }

    /// <summary>The converter that a type or member names: what it writes is nobody's business but its own.</summary>
    /// <returns>The converter, or the attribute that makes one; null where there is none.</returns>
    public static ITypeSymbol? Converter(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
            {
                if (type.Is(MetadataNames.Framework.JsonConverterAttribute))
                {
                    return attribute.ConstructorArguments is [{ Value: ITypeSymbol converter }] ? converter : attribute.AttributeClass;
                }
            }
        }

        return null;
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

                var index = found.FindIndex(other => NameOf(other.Symbol) == NameOf(member) || (member.IsOverride && other.Symbol.Name == member.Name));
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

    private static bool TryChooseConstructor(INamedTypeSymbol type, out IMethodSymbol? constructor)
    {
        constructor = null;
        IMethodSymbol? only = null;
        var count = 0;

        // A pair has no setters; its converter fills it like a constructor.
        var hasParameterless = type.IsValueType && !type.Is(MetadataNames.Framework.KeyValuePair);
        foreach (var candidate in type.InstanceConstructors)
        {
            if (candidate.FindAttribute(MetadataNames.Framework.JsonConstructorAttribute) is not null)
            {
                constructor = candidate;
                return true;
            }

            if (candidate.DeclaredAccessibility == Accessibility.Public && !(type.IsValueType && candidate.Parameters.IsEmpty))
            {
                count++;
                only = candidate;
                if (candidate.Parameters.IsEmpty)
                {
                    hasParameterless = true;
                    constructor = candidate;
                }
            }
        }

        if (!hasParameterless && count == 1)
        {
            constructor = only;
        }

        return hasParameterless || count == 1;
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
        member.FindAttribute(MetadataNames.Framework.JsonExtensionDataAttribute) is not null
        || (member.FindAttribute(MetadataNames.Framework.JsonIgnoreAttribute) is { } ignore
            && AttributeReader.Read(ignore, "Condition", IgnoreAlways) is IgnoreAlways or IgnoreWhenWriting or IgnoreWhenReading);

    private static string NameOf(ISymbol member) => AttributeReader.ReadText(member.FindAttribute(MetadataNames.Framework.JsonPropertyNameAttribute)) ?? member.Name;

    private static bool IsIncluded(ISymbol member) => member.FindAttribute(MetadataNames.Framework.JsonIncludeAttribute) is not null;

    // Private accessors in other assemblies are not shown to a compilation, so whoever includes a property is believed to have them.
    private static bool IsWritten(ISymbol member) => member is IFieldSymbol or IPropertySymbol { GetMethod.DeclaredAccessibility: Accessibility.Public } || IsIncluded(member);

    private static bool IsSet(ISymbol member) => member switch
    {
        IFieldSymbol field => !field.IsReadOnly,
        IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Public } => true,
        _ => IsIncluded(member),
    };

    private static bool IsPolymorphic(INamedTypeSymbol type) =>
        type.FindAttribute(MetadataNames.Framework.JsonPolymorphicAttribute) is not null || type.FindAttribute(MetadataNames.Framework.JsonDerivedTypeAttribute) is not null;

    // The serializer has converters of its own for them, or they are not made for it.
    private static bool IsFramework(INamedTypeSymbol type)
    {
        var name = type.GetFullMetadataName();
        return name.StartsWith("System.", StringComparison.Ordinal) && !type.IsTupleType && name != MetadataNames.Framework.KeyValuePair;
    }
}
