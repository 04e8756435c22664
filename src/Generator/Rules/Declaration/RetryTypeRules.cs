using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Declaration;

/// <summary>
/// What <c>[RetryOn]</c> and <c>[GiveUpOn]</c> may say together. The worker decides in this order: its own exceptions, then what is given
/// up on, then what is retried on.
/// </summary>
internal static class RetryTypeRules
{
    // The worker knows these by themselves and never asks the attributes.
    private static readonly Dictionary<string, string> NeverAsked = new(StringComparer.Ordinal)
    {
        [MetadataNames.TaskRejectedException] = "it is never retried, whatever attributes say",
        [MetadataNames.TaskRetryException] = "it is retried while attempts are left, whatever attributes say",
        [MetadataNames.TaskSnoozeException] = "it postpones the attempt, whatever attributes say",
    };

    /// <summary>Everything that is wrong or doubtful about the types.</summary>
    public static IEnumerable<RuleViolation> Check(TaskMethod task)
    {
        var giveUpOn = Read(task.Method, MetadataNames.GiveUpOnAttribute);
        var retryOn = Read(task.Method, MetadataNames.RetryOnAttribute);
        if (giveUpOn.Count + retryOn.Count > 0 && !TaskSettings.Retry.IsGiven(task.Attribute))
        {
            var first = retryOn.Count > 0 ? retryOn[0] : giveUpOn[0];
            yield return new RuleViolation(Descriptors.RetryTypesWithoutRetries, first.Location, task.Declaration, first.Text);
        }

        foreach (var type in retryOn)
        {
            if (giveUpOn.Find(given => type.Symbol.IsOrDerivesFrom(given.Symbol)) is { } winner)
            {
                yield return new RuleViolation(
                    Descriptors.ContradictoryRetryTypes, type.Location, task.Declaration, type.Text, winner.Text);
            }
            else if (WhyWithoutEffect(type, retryOn) is { } reason && !OnlyRetriesOnDemand(type, retryOn))
            {
                yield return WithoutEffect(type, reason);
            }
        }

        foreach (var type in giveUpOn)
        {
            if (WhyWithoutEffect(type, giveUpOn) is { } reason)
            {
                yield return WithoutEffect(type, reason);
            }
        }

        RuleViolation WithoutEffect(NamedException type, string reason) =>
            new(Descriptors.RetryTypeWithoutEffect, type.Location, task.Declaration, type.Text, reason);
    }

    /// <summary>Whether the worker decides about a type without asking the attributes.</summary>
    public static bool IsNeverAsked(ITypeSymbol type) => NeverAsked.ContainsKey(type.GetFullMetadataName());

    private static string? WhyWithoutEffect(NamedException type, List<NamedException> all)
    {
        if (NeverAsked.TryGetValue(type.Symbol.GetFullMetadataName(), out var reason))
        {
            return reason;
        }

        foreach (var other in all)
        {
            // Of two equal ones the first is the one that counts.
            if (other != type
                && type.Symbol.IsOrDerivesFrom(other.Symbol)
                && (!other.Symbol.IsOrDerivesFrom(type.Symbol) || all.IndexOf(other) < all.IndexOf(type)))
            {
                return $"{other.Text} covers it";
            }
        }

        return null;
    }

    // Nothing but RetryOn<TaskRetryException> says: no failure is retried unless the method asks for it.
    private static bool OnlyRetriesOnDemand(NamedException type, List<NamedException> retryOn) =>
        !type.Symbol.Is(MetadataNames.TaskRejectedException) && retryOn.TrueForAll(static other => IsNeverAsked(other.Symbol));

    private static List<NamedException> Read(IMethodSymbol method, string attributeName)
    {
        var types = new List<NamedException>();
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass.Is(attributeName)
                && attribute.AttributeClass!.TypeArguments[0] is INamedTypeSymbol { TypeKind: TypeKind.Class } type)
            {
                var text = $"[{attribute.AttributeClass.Name.Replace("Attribute", "")}<{type.Name}>]";
                types.Add(new NamedException(type, text, attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation()));
            }
        }

        return types;
    }

    /// <summary>An exception that an attribute names.</summary>
    private sealed class NamedException(ITypeSymbol symbol, string text, Location? location)
    {
        public ITypeSymbol Symbol => symbol;

        public string Text => text;

        public Location? Location => location;
    }
}
