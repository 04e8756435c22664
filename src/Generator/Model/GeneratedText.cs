namespace TaskGen.Generator.Model;

/// <summary>Represents a generated file.</summary>
/// <param name="HintName">The name of the file, which is unique in the output of the generator.</param>
/// <param name="Text">The content of the file.</param>
internal sealed record GeneratedText(string HintName, string Text)
{
    /// <summary>The start of the name of a file that is added if a step of the generator failed, so that code is missing.</summary>
    public const string FailureHint = "TaskGen.StepFailed.";
}
