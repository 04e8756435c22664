using Microsoft.CodeAnalysis;

namespace TaskGen.CodeFixes;

/// <summary>
/// A fix that is offered only where the document compiles afterwards as well as before: it may touch what the body of the method relies on.
/// </summary>
/// <param name="id">The diagnostic.</param>
/// <param name="title">What the editor offers.</param>
public abstract class CheckedCodeFix(string id, string title) : TaskCodeFix(id, title)
{
    /// <inheritdoc/>
    protected sealed override async Task<bool> CanFixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        // What is no case for the fix comes back as it was.
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
