using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace TaskGen.Sample;

/// <summary>Reads the file of flights that is included in the sample. <c>Data/README.md</c> describes its origin.</summary>
public static class FlightArchive
{
    private const string Resource = "flights-100k.csv.gz";

    /// <summary>The name of the data set in the database.</summary>
    public const string Name = "flights-100k";

    /// <summary>The publisher of the data.</summary>
    public const string Source = "U.S. Bureau of Transportation Statistics, through vega-datasets 3.2.1";

    /// <summary>Computes the SHA-256 hash of the compressed file.</summary>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The hash, in lowercase hexadecimal digits.</returns>
    public static async Task<string> ReadSha256Async(CancellationToken cancellationToken)
    {
        await using var stream = Open();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
    }

    /// <summary>Reads the rows as they were published, including missing values.</summary>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The rows, numbered from 1.</returns>
    /// <exception cref="InvalidDataException">
    /// A line does not have three columns, or a column contains a value that is not a number.
    /// </exception>
    public static async IAsyncEnumerable<FlightRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = Open();
        await using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(unzipped);
        await reader.ReadLineAsync(cancellationToken);
        for (var number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            yield return Parse(number, line);
        }
    }

    private static FlightRow Parse(int number, string line)
    {
        var text = line.AsSpan();
        Span<Range> columns = stackalloc Range[4];
        if (text.Split(columns, ',') != 3)
        {
            throw new InvalidDataException($"Row {number} does not have the three columns delay, distance, and departure: '{line}'.");
        }

        return new FlightRow(
            number,
            Read<int>(number, text[columns[0]]),
            Read<int>(number, text[columns[1]]),
            Read<double>(number, text[columns[2]]));
    }

    private static T? Read<T>(int number, ReadOnlySpan<char> text)
        where T : struct, ISpanParsable<T>
    {
        if (text.IsEmpty)
        {
            return null;
        }

        return T.TryParse(text, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new InvalidDataException($"Row {number}: '{text}' is not a number.");
    }

    private static Stream Open() =>
        typeof(FlightArchive).Assembly.GetManifestResourceStream(Resource)
        ?? throw new InvalidOperationException($"The embedded resource {Resource} is missing from the assembly.");
}
