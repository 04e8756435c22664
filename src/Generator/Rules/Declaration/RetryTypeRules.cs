using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Declaration;

/// <summary>
/// The rules for the attributes <c>[RetryOn]</c> and <c>[GiveUpOn]</c> on one task. The worker evaluates an exception in this order: the
/// exception types of TaskGen, the <c>[GiveUpOn]</c> types, and then the <c>[RetryOn]</c> types.
/// </summary>
internal static class RetryTypeRules
{
    private const string Everything = "System.Exception";
    private const string RetryException = "TaskRetryException";

    // The worker handles these exception types itself and does not read the attributes.
    private static readonly Dictionary<string, string> DecidedByWorker = new(StringComparer.Ordinal)
    {
        [MetadataNames.TaskRejectedException] = "a task that throws TaskRejectedException is never retried",
        [MetadataNames.TaskRetryException] = "TaskRetryException always causes a retry while attempts remain",
        [MetadataNames.TaskSnoozeException] = "TaskSnoozeException always postpones the attempt",
    };

    /// <summary>Finds attributes that contradict each other or have no effect.</summary>
    public static IEnumerable<RuleViolation> Check(TaskMethod task)
    {
        var giveUpOn = Read(task.Method, MetadataNames.GiveUpOnAttribute);
        var retryOn = Read(task.Method, MetadataNames.RetryOnAttribute);
        if (giveUpOn.Count + retryOn.Count > 0 && !TaskSettings.Retry.IsGiven(task.Attribute))
        {
            var first = retryOn.Count > 0 ? retryOn[0] : giveUpOn[0];
            yield return new RuleViolation(Descriptors.RetryTypesWithoutRetries, first.Location, task.Declaration, first.Text);
        }

        var everything = FindEverything(task, giveUpOn, retryOn);
        if (everything is not null)
        {
            yield return new RuleViolation(
                Descriptors.GiveUpOnEverything,
                everything.Location,
                task.Declaration,
                everything.Text,
                TaskSettings.Retry.ReadLiteral(task.Attribute));
        }

        foreach (var type in retryOn)
        {
            // The worker retries after a TaskRetryException before it reads the attributes.
            if (!type.Symbol.Is(MetadataNames.TaskRetryException)
                && giveUpOn.Find(given => type.Symbol.IsOrDerivesFrom(given.Symbol)) is { } winner)
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
            // The other types take effect when the type that covers every exception is removed.
            if (WhyWithoutEffect(type, giveUpOn) is { } reason
                && (everything is null || IsDecidedByWorker(type.Symbol) || IsEverything(type.Symbol)))
            {
                yield return WithoutEffect(type, reason);
            }
        }

        RuleViolation WithoutEffect(NamedException type, string reason) =>
            new(Descriptors.RetryTypeWithoutEffect, type.Location, task.Declaration, type.Text, reason);
    }

    /// <summary>Determines whether the worker handles an exception type without reading the attributes.</summary>
    public static bool IsDecidedByWorker(ITypeSymbol type) => DecidedByWorker.ContainsKey(type.GetFullMetadataName());

    // If the task has a [RetryOn] attribute, either that attribute is reported, or the task is retried only after these exceptions.
    private static NamedException? FindEverything(TaskMethod task, List<NamedException> giveUpOn, List<NamedException> retryOn) =>
        retryOn.Count == 0
        && TaskSettings.Retry.Read(task.Attribute) > 0
        && giveUpOn.Find(static type => IsEverything(type.Symbol)) is { } everything
        && !UsesRetryException(task.Method)
            ? everything
            : null;

    private static bool IsEverything(ITypeSymbol type) => type.Is(Everything);

    // A task that throws TaskRetryException is retried. A helper method of the class can throw it, so the whole class is searched, except
    // its attributes.
    private static bool UsesRetryException(IMethodSymbol method)
    {
        foreach (var part in method.ContainingType.DeclaringSyntaxReferences)
        {
            foreach (var node in part.GetSyntax().DescendantNodes(static node => node is not AttributeListSyntax))
            {
                if (node is IdentifierNameSyntax { Identifier.ValueText: RetryException })
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string? WhyWithoutEffect(NamedException type, List<NamedException> all)
    {
        if (DecidedByWorker.TryGetValue(type.Symbol.GetFullMetadataName(), out var reason))
        {
            return reason;
        }

        foreach (var other in all)
        {
            // If two attributes are equal, the first one applies.
            if (other != type
                && type.Symbol.IsOrDerivesFrom(other.Symbol)
                && (!other.Symbol.IsOrDerivesFrom(type.Symbol) || all.IndexOf(other) < all.IndexOf(type)))
            {
                return $"{other.Text} already covers these exceptions";
            }
        }

        return null;
    }

    // RetryOn<TaskRetryException> alone is valid: the task is retried only if the method throws this exception to request a retry.
    private static bool OnlyRetriesOnDemand(NamedException type, List<NamedException> retryOn) =>
        !type.Symbol.Is(MetadataNames.TaskRejectedException) && retryOn.TrueForAll(static other => IsDecidedByWorker(other.Symbol));

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

    /// <summary>Represents an exception type that is the type argument of an attribute.</summary>
    private sealed class NamedException(ITypeSymbol symbol, string text, Location? location)
    {
        public ITypeSymbol Symbol => symbol;

        public string Text => text;

        public Location? Location => location;
    }
}
