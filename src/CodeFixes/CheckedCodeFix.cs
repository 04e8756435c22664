using Microsoft.CodeAnalysis;

namespace TaskGen.CodeFixes;

/// <summary>
/// The base class of code fixes that can cause compiler errors in the body of a method. Such a fix is offered only if it adds no compiler
/// errors to the document.
/// </summary>
/// <param name="id">The id of the diagnostic.</param>
/// <param name="title">The title that the editor shows.</param>
public abstract class CheckedCodeFix(string id, string title) : TaskCodeFix(id, title)
{
    /// <inheritdoc/>
    protected sealed override async Task<bool> CanFixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        // FixAsync returns the unchanged document if it cannot be fixed.
        var changed = await FixAsync(document, node, diagnostic, cancellationToken).ConfigureAwait(false);
        return changed != document
            && await CountErrorsAsync(changed, cancellationToken).ConfigureAwait(false)
                <= await CountErrorsAsync(document, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<int> CountErrorsAsync(Document document, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return model?.GetDiagnostics(cancellationToken: cancellationToken)
            .Count(static diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error)
            ?? 0;
    }
}
