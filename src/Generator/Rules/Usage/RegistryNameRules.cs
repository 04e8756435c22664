using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Diagnostics;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>The rule that a dispatch by name must use the name of an existing task.</summary>
internal static class RegistryNameRules
{
    /// <summary>The key in <c>Diagnostic.Properties</c> for the similar name, if there is exactly one.</summary>
    public const string Suggestion = "Suggestion";

    private const int MaxSuggestions = 3;

    /// <summary>Creates the diagnostic for a dispatch with an unknown task name; null if the name is known.</summary>
    /// <param name="call">The call to check.</param>
    /// <param name="types">The types that dispatch tasks.</param>
    /// <param name="known">The names of all tasks. If the set is empty, the tasks are declared elsewhere, and nothing is reported.</param>
    public static Diagnostic? Check(IInvocationOperation call, DispatchTypes types, Lazy<HashSet<string>> known)
    {
        if (call.TargetMethod.Name != "DelayAsync"
            || !types.IsRegistry(call.TargetMethod.ContainingType)
            || FindName(call) is not { ConstantValue.Value: string name } place)
        {
            return null;
        }

        if (known.Value.Count == 0 || known.Value.Contains(name))
        {
            return null;
        }

        var near = NearNames.Find(name, known.Value);
        var properties = near.Count == 1
            ? ImmutableDictionary<string, string?>.Empty.Add(Suggestion, near[0])
            : ImmutableDictionary<string, string?>.Empty;
        return Diagnostic.Create(Descriptors.UnknownTaskName, place.Syntax.GetLocation(), properties, name, Remedy(near));
    }

    private static IOperation? FindName(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Ordinal == 0)
            {
                return argument.Value;
            }
        }

        return null;
    }

    private static string Remedy(IReadOnlyList<string> near)
    {
        var remedy = "Use an existing name";
        for (var index = 0; index < near.Count && index < MaxSuggestions; index++)
        {
            remedy += (index == 0 ? ", such as " : " or ") + $"'{near[index]}'";
        }

        return remedy;
    }
}
