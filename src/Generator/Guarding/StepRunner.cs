namespace TaskGen.Generator.Guarding;

/// <summary>
/// Calls the code of the pipeline steps. All code of a step runs through this class, so that a test can make each step fail.
/// </summary>
internal class StepRunner
{
    /// <summary>Runs a step, or a part of a step.</summary>
    /// <param name="step">The tracking name of the step.</param>
    /// <param name="input">The input of the step, or the part of it that the code processes.</param>
    /// <param name="body">The code.</param>
    /// <param name="run">The run to which the code belongs.</param>
    public virtual TOutput Run<TInput, TOutput>(string step, TInput input, Func<TInput, StepRun, TOutput> body, StepRun run) =>
        body(input, run);
}
