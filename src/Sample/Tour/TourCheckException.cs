namespace TaskGen.Sample;

/// <summary>Thrown when a step of the tour fails or one of its checks does not pass; it ends the tour.</summary>
/// <param name="message">The name of the step, and its error or the check.</param>
/// <param name="innerException">The exception that the step threw; <see langword="null"/> if a check did not pass.</param>
public sealed class TourCheckException(string message, Exception? innerException = null) : Exception(message, innerException);
