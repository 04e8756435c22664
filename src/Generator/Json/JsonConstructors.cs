using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Json;

/// <summary>Finds the constructor that the JSON serializer calls when it reads an object.</summary>
internal static class JsonConstructors
{
    /// <summary>The remedy for a type without source code, which the user of the type usually cannot change.</summary>
    public const string ForeignRemedy = "Use its string representation or its parts, or use a type with [JsonConverter]";

    /// <summary>Returns the constructor; null if the serializer cannot choose one, or does not call one for a struct.</summary>
    public static IMethodSymbol? Choose(INamedTypeSymbol type)
    {
        IMethodSymbol? only = null;
        var publics = 0;
        IMethodSymbol? parameterless = null;
        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor.FindAttribute(JsonNames.Constructor) is not null)
            {
                return constructor;
            }

            // The parameterless constructor of a struct does not count, because the serializer does not call it. The fields start with
            // their default values.
            if (constructor.DeclaredAccessibility == Accessibility.Public && !(type.IsValueType && constructor.Parameters.IsEmpty))
            {
                publics++;
                only = constructor;
                parameterless = constructor.Parameters.IsEmpty ? constructor : parameterless;
            }
        }

        // A KeyValuePair has no setters, so its converter passes the values to the constructor.
        return type.IsValueType && !type.Is(MetadataNames.Framework.KeyValuePair) ? null : parameterless ?? (publics == 1 ? only : null);
    }

    /// <summary>
    /// Determines whether a constructor parameter receives the value of a member. The types must be equal; the names can differ in case.
    /// </summary>
    public static bool Binds(IParameterSymbol parameter, string member, ITypeSymbol type) =>
        string.Equals(parameter.Name, member, StringComparison.OrdinalIgnoreCase)
        && SymbolEqualityComparer.Default.Equals(parameter.Type, type);

    /// <summary>Returns the reason why an object cannot be created from its serialized members; null if it can.</summary>
    public static Explanation? WhyNot(INamedTypeSymbol type, List<JsonMember> members)
    {
        // The constructors of a type without source code usually cannot be changed.
        var explanation = WhyNotCreated(type, members);
        return explanation is { } foreign && type.DeclaringSyntaxReferences.IsEmpty
            ? foreign with { Remedy = ForeignRemedy }
            : explanation;
    }

    private static Explanation? WhyNotCreated(INamedTypeSymbol type, List<JsonMember> members)
    {
        // The compiler does not load members with [JsonInclude] that are not public from other assemblies.
        var chosen = Choose(type);
        if (type.TypeKind == TypeKind.Struct && (chosen is null || type.DeclaringSyntaxReferences.IsEmpty))
        {
            return chosen is null && IsLeftEmpty(type, members)
                ? new Explanation(
                    "which keeps its default values when it is deserialized",
                    "Mark its constructor with [JsonConstructor], or give its properties init accessors")
                : null;
        }

        if (chosen is not { } constructor)
        {
            return new Explanation(
                "for which the serializer cannot choose a constructor",
                "Declare a single public constructor, or mark one with [JsonConstructor]");
        }

        foreach (var parameter in constructor.Parameters)
        {
            if (parameter.RefKind != RefKind.None)
            {
                return new Explanation(
                    $"whose constructor parameter '{parameter.Name}' is passed by reference",
                    "Remove the modifier of the parameter, or declare a constructor that the serializer can call");
            }

            if (!TryBind(parameter, members))
            {
                return new Explanation(
                    $"whose constructor parameter '{parameter.Name}' does not match the name and type of a serialized property",
                    "Rename the parameter, or declare a constructor that the serializer can call");
            }
        }

        return null;
    }

    private static bool TryBind(IParameterSymbol parameter, List<JsonMember> members)
    {
        foreach (var member in members)
        {
            if (Binds(parameter, member.Symbol.Name, member.Type))
            {
                return !member.IsIgnored || parameter.HasExplicitDefaultValue;
            }
        }

        return false;
    }

    // The serializer creates a struct with default values even if the struct declares constructors with parameters.
    private static bool IsLeftEmpty(INamedTypeSymbol type, List<JsonMember> members)
    {
        var written = 0;
        foreach (var member in members)
        {
            if (member.IsIgnored)
            {
                continue;
            }

            if (member.IsRead)
            {
                return false;
            }

            written++;
        }

        foreach (var constructor in type.InstanceConstructors)
        {
            var bound = 0;
            foreach (var parameter in constructor.Parameters)
            {
                bound += TryBind(parameter, members) ? 1 : 0;
            }

            if (written > 0 && bound > 0)
            {
                return true;
            }
        }

        return false;
    }
}
