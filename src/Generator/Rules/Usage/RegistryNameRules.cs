using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Diagnostics;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>Whether a dispatch by name names a task.</summary>
internal static class RegistryNameRules
{
    /// <summary>The property of the diagnostic that holds the one name that was probably meant.</summary>
    public const string Suggestion = "Suggestion";

    private const int MaxSuggestions = 3;

    /// <summary>A name that no task has.</summary>
    /// <param name="call">Any call.</param>
    /// <param name="types">What dispatches.</param>
    /// <param name="known">The names that there are; without any, they are not known here.</param>
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
        return Diagnostic.Create(Descriptors.UnknownTaskName, place.Syntax.GetLocation(), properties, name, Hint(near));
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

    private static string Hint(IReadOnlyList<string> near)
    {
        var hint = "";
        for (var index = 0; index < near.Count && index < MaxSuggestions; index++)
        {
            hint += (index == 0 ? "; did you mean " : " or ") + $"'{near[index]}'";
        }

        return hint.Length == 0 ? hint : hint + "?";
    }
}
