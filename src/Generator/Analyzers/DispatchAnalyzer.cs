using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TaskGen.Generator.Rules.Usage;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Analyzers;

/// <summary>Looks at where tasks are dispatched.</summary>
/// <param name="descriptor">What it reports.</param>
public abstract class DispatchAnalyzer(DiagnosticDescriptor descriptor)
    : TaskGenAnalyzer(MetadataNames.TaskDefinitionWithHandle, [descriptor])
{
    /// <inheritdoc/>
    protected sealed override void Start(CompilationStartAnalysisContext start)
    {
        if (DispatchTypes.Resolve(start.Compilation) is { } types)
        {
            Start(start, types);
        }
    }

    /// <summary>Registers what looks at a compilation.</summary>
    /// <param name="start">The compilation.</param>
    /// <param name="types">What dispatches in it.</param>
    private protected abstract void Start(CompilationStartAnalysisContext start, DispatchTypes types);
}
