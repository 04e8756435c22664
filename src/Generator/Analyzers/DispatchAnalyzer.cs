using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TaskGen.Generator.Rules.Usage;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Analyzers;

/// <summary>
/// The base class of analyzers that check the code that dispatches tasks. They skip generated code; <see cref="GeneratedBodyAnalyzer"/>
/// checks the bodies of tasks in it by the same rules.
/// </summary>
/// <param name="descriptor">The descriptor of the diagnostic that the analyzer reports.</param>
public abstract class DispatchAnalyzer(DiagnosticDescriptor descriptor)
    : TaskGenAnalyzer(MetadataNames.TaskDefinitionWithHandle, [descriptor], GeneratedCodeAnalysisFlags.None)
{
    /// <inheritdoc/>
    protected sealed override void Start(CompilationStartAnalysisContext start)
    {
        if (DispatchTypes.Resolve(start.Compilation) is { } types)
        {
            Start(start, types);
        }
    }

    /// <summary>Registers the actions for a compilation.</summary>
    /// <param name="start">The compilation.</param>
    /// <param name="types">The types of the compilation that dispatch tasks.</param>
    private protected abstract void Start(CompilationStartAnalysisContext start, DispatchTypes types);
}
