using System.Collections;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using TaskGen.Generator.Guarding;
using TaskGen.Generator.Model;
using TaskGen.Generator.Outlining;

namespace Generator.Tests.Support;

/// <summary>
/// Runs the steps of the generator, and throws in one of them. A step that looks at the project as a whole throws always, any other one
/// where its input is about the marked code.
/// </summary>
/// <param name="step">The step that throws.</param>
/// <param name="mark">A text in the marked code.</param>
internal sealed class PlantedRunner(string step, string mark) : StepRunner
{
    public const string Message = "Planted";

    /// <summary>Whether the step throws.</summary>
    public bool IsThrowing { get; set; } = true;

    /// <summary>The types of input with which the step throws; null where all do.</summary>
    public Type? InputType { get; init; }

    /// <summary>The exception that is thrown.</summary>
    public Func<Exception> Exception { get; init; } = static () => new InvalidOperationException(Message + ".");

    /// <summary>How often the step threw.</summary>
    public int Throws { get; private set; }

    /// <summary>The steps that ran.</summary>
    public HashSet<string> Seen { get; } = [];

    [MethodImpl(MethodImplOptions.NoInlining)]
    public override TOutput Run<TInput, TOutput>(string name, TInput input, Func<TInput, StepRun, TOutput> body, StepRun run)
    {
        Seen.Add(name);
        if (IsThrowing && name == step && (InputType is null || InputType.IsInstanceOfType(input)) && IsMarked(input))
        {
            Throws++;
            throw Exception();
        }

        return base.Run(name, input, body, run);
    }

    private bool IsMarked(object? input) => input switch
    {
        Compilation or WholeCompilation or ITuple or RegistryModel or ExtensionModel => true,
        FileModel file => IsMarked(file.Tasks) || IsMarked(file.Conditions),
        SourceSlice slice => slice.Place == StepPlace.Of(null) || slice.Open().File.ToString().Contains(mark, StringComparison.Ordinal),
        IEnumerable items and not string => items.Cast<object?>().Any(IsMarked),
        _ => input?.ToString()?.Contains(mark, StringComparison.Ordinal) == true,
    };
}
