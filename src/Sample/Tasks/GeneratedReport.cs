namespace TaskGen.Sample;

/// <summary>A report that was written.</summary>
/// <param name="ReportType">The kind of report.</param>
/// <param name="FilePath">The page, on the machine of the worker.</param>
/// <param name="Parameters">What was asked for.</param>
/// <param name="Flights">How many flights are in it.</param>
/// <param name="Rows">How many rows its table has.</param>
public sealed record GeneratedReport(string ReportType, string FilePath, ReportParameters Parameters, int Flights, int Rows);
