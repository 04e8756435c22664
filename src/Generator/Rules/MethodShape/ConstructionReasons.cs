using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.MethodShape;

/// <summary>Explains why generated code cannot create an instance of a task class.</summary>
internal static class ConstructionReasons
{
    private const string Marker = "[ActivatorUtilitiesConstructor]";

    /// <summary>Returns the reason, as a relative clause about the class, and the remedy.</summary>
    public static Explanation Explain(INamedTypeSymbol type)
    {
        if (type.IsStatic)
        {
            return new Explanation("is static", "Make the method static");
        }

        if (type.IsAbstract)
        {
            return new Explanation("is abstract", "Make the method static, or declare the task in a derived class");
        }

        if (type.IsRefLikeType)
        {
            return new Explanation("is a ref struct", "Make the method static, or declare the task in a class");
        }

        return ConstructorChooser.Candidates(type) is [var first, var second, ..] ? ExplainSeveral(first, second) : ExplainNone(type);
    }

    private static Explanation ExplainSeveral(IMethodSymbol first, IMethodSymbol second) => ConstructorChooser.IsMarked(first)
        ? new Explanation(
            $"has {Marker} on the constructors {Show(first)} and {Show(second)}", "Keep the attribute on the constructor to call")
        : new Explanation(
            $"has the constructors {Show(first)} and {Show(second)} with the same number of parameters",
            $"Mark the constructor to call with {Marker}");

    private static Explanation ExplainNone(INamedTypeSymbol type)
    {
        // The constructor that would be called if nothing prevented it: the obstacle that is easiest to remove is compared first.
        IMethodSymbol? best = null;
        foreach (var constructor in type.InstanceConstructors)
        {
            if (ConstructorChooser.ObstacleOf(constructor, type) != ConstructorObstacle.CopiesRecord
                && (best is null || Rank(constructor, type).CompareTo(Rank(best, type)) > 0))
            {
                best = constructor;
            }
        }

        return best is null
            ? new Explanation("has no constructor", "Add a public or internal constructor")
            : Explain(best, ConstructorChooser.ObstacleOf(best, type), type);
    }

    private static (bool IsMarked, ConstructorObstacle Obstacle, int Length) Rank(IMethodSymbol constructor, INamedTypeSymbol type) =>
        (ConstructorChooser.IsMarked(constructor), ConstructorChooser.ObstacleOf(constructor, type), constructor.Parameters.Length);

    private static Explanation Explain(IMethodSymbol constructor, ConstructorObstacle obstacle, INamedTypeSymbol type)
    {
        var name = Show(constructor);
        switch (obstacle)
        {
            case ConstructorObstacle.NotAccessible:
                return new Explanation(
                    $"has no public or internal constructor ({name} is {AccessibilityOf(constructor)})",
                    "Make a constructor public or internal, or make the method static");
            case ConstructorObstacle.RequiredMember:
                var member = type.FindRequiredMember()!;
                var owner = SymbolEqualityComparer.Default.Equals(member.ContainingType, type) ? "" : $" of '{member.ContainingType.Name}'";
                return new Explanation(
                    $"has the required member '{member.Name}'{owner}, which the constructor {name} is not declared to set",
                    $"Set '{member.Name}' in the constructor and mark the constructor with [SetsRequiredMembers], "
                    + $"or make '{member.Name}' not required");
            default:
                return ExplainParameter(constructor, name);
        }
    }

    private static Explanation ExplainParameter(IMethodSymbol constructor, string name)
    {
        const string Without = "Remove the parameter, or add a constructor without it";
        foreach (var parameter in constructor.Parameters)
        {
            var start = $"has the constructor {name}, whose parameter '{parameter.Name}' is ";
            switch (ConstructorChooser.ObstacleOf(parameter))
            {
                case ConstructorObstacle.Reference:
                    return new Explanation($"{start}passed by '{Keyword(parameter)}'", "Pass the parameter by value");
                case ConstructorObstacle.RefStruct:
                    return new Explanation($"{start}of the ref struct type '{Show(parameter.Type)}'", Without);
                case ConstructorObstacle.Pointer:
                    return new Explanation($"{start}a pointer", Without);
            }
        }

        return new Explanation($"has the constructor {name}, which generated code cannot call", "Add a public or internal constructor");
    }

    private static string AccessibilityOf(IMethodSymbol constructor) => constructor.DeclaredAccessibility switch
    {
        Accessibility.Protected => "protected",
        Accessibility.ProtectedAndInternal => "private protected",
        _ => "private",
    };

    private static string Keyword(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.Out => "out",
        RefKind.In => "in",
        RefKind.Ref => "ref",
        _ => "ref readonly",
    };

    private static string Show(IMethodSymbol constructor)
    {
        var types = new List<string>();
        foreach (var parameter in constructor.Parameters)
        {
            types.Add(Show(parameter.Type));
        }

        return $"'{constructor.ContainingType.Name}({string.Join(", ", types)})'";
    }

    private static string Show(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
