using Microsoft.CodeAnalysis;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Json;

/// <summary>Which constructor the serializer calls when it reads an object.</summary>
internal static class JsonConstructors
{
    /// <summary>The constructor; null where there is none to choose, and for a struct that is left at its defaults.</summary>
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

            // A struct always has one without parameters, which is not called: its values begin as zeros.
            if (constructor.DeclaredAccessibility == Accessibility.Public && !(type.IsValueType && constructor.Parameters.IsEmpty))
            {
                publics++;
                only = constructor;
                parameterless = constructor.Parameters.IsEmpty ? constructor : parameterless;
            }
        }

        // A pair has no setters; its converter fills it like a constructor.
        return type.IsValueType && !type.Is(MetadataNames.Framework.KeyValuePair) ? null : parameterless ?? (publics == 1 ? only : null);
    }

    /// <summary>Whether a parameter takes the value of a member: the name may differ in case, the type may not differ at all.</summary>
    public static bool Binds(IParameterSymbol parameter, string member, ITypeSymbol type) =>
        string.Equals(parameter.Name, member, StringComparison.OrdinalIgnoreCase)
        && SymbolEqualityComparer.Default.Equals(parameter.Type, type);

    /// <summary>Why an object cannot be made from what was written of it; null where it can.</summary>
    public static string? WhyNot(INamedTypeSymbol type, List<JsonMember> members)
    {
        if (type.TypeKind == TypeKind.Struct)
        {
            return IsLeftEmpty(type, members)
                ? "which is left at its default values when it is read; "
                    + "mark its constructor with [JsonConstructor], or give its properties 'init'"
                : null;
        }

        if (Choose(type) is not { } constructor)
        {
            return "which has no constructor that the serializer would choose; "
                + "give it a single public one, or mark one with [JsonConstructor]";
        }

        foreach (var parameter in constructor.Parameters)
        {
            if (!TryBind(parameter, members))
            {
                return $"whose constructor takes '{parameter.Name}', and no property of this name and type is written; "
                    + "rename it, or give the type a constructor that the serializer can call";
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

    // A struct has a constructor without parameters whatever else it declares, and the serializer calls that one.
    private static bool IsLeftEmpty(INamedTypeSymbol type, List<JsonMember> members)
    {
        if (Choose(type) is { Parameters.IsEmpty: false })
        {
            return false;
        }

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
