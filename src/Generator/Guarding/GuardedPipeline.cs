using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Guarding;

/// <summary>
/// Builds a pipeline whose steps do not throw exceptions. If a step throws with an input, only the output for this input is missing. The
/// exception is reported, and the step runs again in the next run of the pipeline, even if its input has not changed.
/// </summary>
internal sealed class GuardedPipeline(IncrementalGeneratorInitializationContext context, StepRunner runner)
{
    /// <summary>The name of the steps that add files to the compilation.</summary>
    public const string OutputStep = "Output";

    // The compiler passes another compilation to each run.
    private readonly IncrementalValueProvider<Attempt> _attempts =
        context.CompilationProvider.Select(static (_, _) => new Attempt());

    /// <summary>Converts a value to an input of a step.</summary>
    public IncrementalValuesProvider<StepInput<T>> Input<T>(IncrementalValueProvider<T> value) =>
        value.Combine(_attempts).SelectMany(static (pair, _) => ImmutableArray.Create(new StepInput<T>(pair.Left, pair.Right)));

    /// <summary>Converts values to inputs of a step. Their number must be the same in each run.</summary>
    public IncrementalValuesProvider<StepInput<T>> Input<T>(IncrementalValuesProvider<T> values) =>
        values.Combine(_attempts).Select(static (pair, _) => new StepInput<T>(pair.Left, pair.Right));

    /// <summary>Adds a step that converts each input to one value.</summary>
    /// <param name="step">The tracking name of the step.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="body">The conversion.</param>
    /// <param name="fallback">The conversion to use if <paramref name="body"/> throws; null if the value is then missing.</param>
    public GuardedStep<TOutput> Select<TInput, TOutput>(
        string step,
        IncrementalValuesProvider<StepInput<TInput>> inputs,
        Func<TInput, StepRun, TOutput> body,
        Func<TInput, TOutput>? fallback = null)
        where TOutput : IEquatable<TOutput> => Add(step, inputs, (input, run) =>
            run.TryRun(input, body, out var output) ? ImmutableArray.Create(output)
                : fallback is null ? []
                : ImmutableArray.Create(fallback(input)));

    /// <summary>Adds a step that converts each input to any number of values.</summary>
    /// <param name="step">The tracking name of the step.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="body">The conversion.</param>
    /// <param name="fallback">The conversion to use if <paramref name="body"/> throws; null if the values are then missing.</param>
    public GuardedStep<TOutput> SelectMany<TInput, TOutput>(
        string step,
        IncrementalValuesProvider<StepInput<TInput>> inputs,
        Func<TInput, StepRun, ImmutableArray<TOutput>> body,
        Func<TInput, ImmutableArray<TOutput>>? fallback = null)
        where TOutput : IEquatable<TOutput> => Add(step, inputs, (input, run) =>
            run.TryRun(input, body, out var output) ? output
                : fallback is null ? []
                : fallback(input));

    /// <summary>Adds a step that converts all items of a list together. The items with which it throws are left out.</summary>
    /// <param name="step">The tracking name of the step.</param>
    /// <param name="inputs">The lists.</param>
    /// <param name="body">The conversion.</param>
    public GuardedStep<TOutput> Sift<TItem, TOutput>(
        string step,
        IncrementalValuesProvider<StepInput<ImmutableArray<TItem>>> inputs,
        Func<ImmutableArray<TItem>, StepRun, ImmutableArray<TOutput>> body)
        where TOutput : IEquatable<TOutput> => Add(step, inputs, (items, run) =>
            run.TrySift(items, items, body, out var output) ? output : []);

    /// <summary>Adds generated files to the compilation.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="fileOf">Returns the file of an input.</param>
    public void Output<T>(IncrementalValuesProvider<StepInput<T>> inputs, Func<T, GeneratedText> fileOf) =>
        context.RegisterSourceOutput(inputs, (output, input) =>
        {
            var run = new StepRun(runner, OutputStep, output.CancellationToken);
            run.TryRun(fileOf(input.Value), (file, _) => AddTo(output, file), out _);
            if (run.HasFailed)
            {
                input.Fail();
            }

            foreach (var failure in run.Failures)
            {
                output.ReportDiagnostic(failure.ToDiagnostic(null));
            }
        });

    // The encoding is specified because the compiler requires it to compute the hash of the file.
    private static bool AddTo(SourceProductionContext output, GeneratedText file)
    {
        output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));
        return true;
    }

    private static ImmutableArray<StepInput<T>> Wrap<T>(StepResult<T> result, Attempt attempt)
        where T : IEquatable<T>
    {
        var inputs = ImmutableArray.CreateBuilder<StepInput<T>>(result.Values.Count);
        foreach (var value in result.Values)
        {
            inputs.Add(new StepInput<T>(value, attempt));
        }

        return inputs.MoveToImmutable();
    }

    private GuardedStep<TOutput> Add<TInput, TOutput>(
        string step, IncrementalValuesProvider<StepInput<TInput>> inputs, Func<TInput, StepRun, ImmutableArray<TOutput>> body)
        where TOutput : IEquatable<TOutput>
    {
        var results = inputs.Select((input, cancellationToken) =>
        {
            var run = new StepRun(runner, step, cancellationToken);
            var values = body(input.Value, run);
            if (run.HasFailed)
            {
                input.Fail();
            }

            return new StepResult<TOutput>(values, run.Failures);
        });
        var failures = results.SelectMany(static (result, _) => result.Failures.Items);
        context.RegisterSourceOutput(failures.Combine(context.CompilationProvider), static (output, pair) =>
        {
            // Without the location, the diagnostic still names the place. An exception here adds nothing to the one that is reported.
            var run = new StepRun(new StepRunner(), "", output.CancellationToken);
            run.TryRun(pair, static (failure, _) => failure.Left.Place.LocationIn(failure.Right), out var location);
            output.ReportDiagnostic(pair.Left.ToDiagnostic(location));
        });

        // The results are combined with the attempt, and not the values: there is one result for each input, whether it has values or not.
        // If the compiler tracks steps, it mixes up combined values after one in the middle has been removed.
        return new GuardedStep<TOutput>(
            results.Combine(_attempts).SelectMany(static (pair, _) => Wrap(pair.Left, pair.Right)).WithTrackingName(step),
            results.SelectMany(static (result, _) => result.Values.Items).WithTrackingName(step));
    }
}
