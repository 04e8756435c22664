using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Guarding;

/// <summary>
/// Represents one run of a step on one input. An exception of the step becomes a failure, so that it affects only the item that caused it.
/// </summary>
internal sealed class StepRun(StepRunner runner, string step, CancellationToken cancellationToken)
{
    private List<StepFailure>? _failures;

    /// <summary>Gets the token to monitor for cancellation requests.</summary>
    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Gets a value that indicates whether the step, or a part of it, threw an exception.</summary>
    public bool HasFailed => _failures is not null;

    /// <summary>Gets the failures of the run.</summary>
    public EquatableArray<StepFailure> Failures => _failures is null ? default : ImmutableArray.CreateRange(_failures);

    /// <summary>Runs the step, or a part of it that processes one item.</summary>
    /// <returns><see langword="true"/> if it returned; <see langword="false"/> if it threw an exception, which is a failure now.</returns>
    public bool TryRun<TInput, TOutput>(TInput input, Func<TInput, StepRun, TOutput> body, [MaybeNullWhen(false)] out TOutput output)
    {
        if (Try(input, body, out output, out var exception))
        {
            return true;
        }

        Add(input, exception);
        return false;
    }

    /// <summary>Runs the step on a list. If it throws an exception, it runs again without the items with which it throws.</summary>
    /// <returns>
    /// <see langword="true"/> if it returned; <see langword="false"/> if it threw an exception with all items. Each item that was left out
    /// is a failure; if no item is left, the failure is that of <paramref name="input"/>.
    /// </returns>
    public bool TrySift<TInput, TItem, TOutput>(
        TInput input,
        ImmutableArray<TItem> items,
        Func<ImmutableArray<TItem>, StepRun, TOutput> body,
        [MaybeNullWhen(false)] out TOutput output)
    {
        if (Try(items, body, out output, out var exception))
        {
            return true;
        }

        var rejected = new List<(TItem Item, Exception Exception)>();
        var kept = Sift([], items, body, rejected);
        if (kept.IsEmpty || !Try(kept, body, out output, out _))
        {
            Add(input, exception);
            return false;
        }

        foreach (var (item, reason) in rejected)
        {
            Add(item, reason);
        }

        return true;
    }

    // Halves the list until it has found the items, so that one of a thousand items costs twenty runs.
    private ImmutableArray<TItem> Sift<TItem, TOutput>(
        ImmutableArray<TItem> kept,
        ImmutableArray<TItem> items,
        Func<ImmutableArray<TItem>, StepRun, TOutput> body,
        List<(TItem Item, Exception Exception)> rejected)
    {
        if (items.IsEmpty)
        {
            return kept;
        }

        var all = kept.AddRange(items);
        if (Try(all, body, out _, out var exception))
        {
            return all;
        }

        if (items.Length == 1)
        {
            rejected.Add((items[0], exception));
            return kept;
        }

        var half = items.Length / 2;
        kept = Sift(kept, ImmutableArray.Create(items, 0, half), body, rejected);
        return Sift(kept, ImmutableArray.Create(items, half, items.Length - half), body, rejected);
    }

    // The only place where the generator catches exceptions. Canceled runs are repeated by the compiler, and are not failures.
    private bool Try<TInput, TOutput>(
        TInput input,
        Func<TInput, StepRun, TOutput> body,
        [MaybeNullWhen(false)] out TOutput output,
        [NotNullWhen(false)] out Exception? exception)
    {
        try
        {
            output = runner.Run(step, input, body, this);
            exception = null;
            return true;
        }
        catch (Exception caught) when (caught is not OperationCanceledException)
        {
            output = default;
            exception = caught;
            return false;
        }
    }

    private void Add(object? item, Exception exception) =>
        (_failures ??= []).Add(StepFailure.Of(step, StepPlace.Of(item), exception));
}
