using System.CommandLine;
using System.Globalization;
using System.Net;

namespace TaskGen.Sample;

/// <summary>
/// Contains the command-line options for the destinations of mail and reports. All commands that run tasks have these options.
/// </summary>
internal sealed class OutputOptions
{
    private const int MaxPort = 65_535;

    public OutputOptions()
    {
        Smtp.Validators.Add(static option =>
        {
            if (option.Tokens.Any(static token => Parse(token.Value) is null))
            {
                option.AddError("--smtp must be the name and port of an SMTP server, such as localhost:25.");
            }
        });
        Smtp.Validators.Add(option =>
        {
            if (option.GetResult(Mail) is not null)
            {
                option.AddError("--smtp and --mail both specify where mail is sent. Specify only one of them.");
            }
        });
        foreach (var folder in new[] { Mail, Reports })
        {
            folder.Validators.Add(static option =>
            {
                if (option.Tokens.Any(static token => string.IsNullOrWhiteSpace(token.Value) || File.Exists(token.Value)))
                {
                    option.AddError($"{option.Option.Name} must be the path of a folder.");
                }
            });
        }
    }

    public Option<string> Smtp { get; } = new("--smtp")
    {
        HelpName = "host:port",
        Description = "Sends mail to this SMTP server, such as localhost:25.",
    };

    public Option<string> Mail { get; } = new("--mail")
    {
        HelpName = "folder",
        Description = "Writes mail into this folder, one file per message. "
            + "The default is the folder 'mail' in the current folder, or in the temporary folder of the tour.",
    };

    public Option<string> Reports { get; } = new("--reports")
    {
        HelpName = "folder",
        Description = "Writes reports into this folder. The default is the folder 'reports' in the current folder, "
            + "or in the temporary folder of the tour.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(Smtp);
        command.Options.Add(Mail);
        command.Options.Add(Reports);
    }

    public Outputs Read(ParseResult parsed) => new(
        parsed.GetValue(Smtp) is { } smtp ? Parse(smtp) : null, parsed.GetValue(Mail), parsed.GetValue(Reports));

    private static DnsEndPoint? Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        return colon > 0
            && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port is > 0 and <= MaxPort
            && Uri.CheckHostName(text[..colon].Trim('[', ']')) != UriHostNameType.Unknown
            ? new DnsEndPoint(text[..colon].Trim('[', ']'), port)
            : null;
    }
}
