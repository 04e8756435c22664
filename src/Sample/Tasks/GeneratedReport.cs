namespace TaskGen.Sample;

/// <summary>Represents a report that was written.</summary>
/// <param name="ReportType">The kind of report.</param>
/// <param name="FilePath">The path of the HTML page, on the worker's machine.</param>
/// <param name="Parameters">The parameters of the report.</param>
/// <param name="Flights">The number of flights in the report.</param>
/// <param name="Rows">The number of rows in the report's table.</param>
public sealed record GeneratedReport(string ReportType, string FilePath, ReportParameters Parameters, int Flights, int Rows);
