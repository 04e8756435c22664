using Microsoft.Extensions.DependencyInjection;

namespace TaskGen.Sample;

/// <summary>What the tasks of the sample need.</summary>
internal static class SampleServices
{
    /// <summary>The database and the stores in it.</summary>
    /// <param name="services">Where to add them.</param>
    /// <param name="servers">Where the data is kept.</param>
    public static void AddStores(IServiceCollection services, Servers servers)
    {
        services.AddSingleton<IUserStore, UserStore>().AddSingleton<IEmailLog, EmailLog>().AddSingleton<IReportStore, ReportStore>();
        if (servers.Postgres is { } connectionString)
        {
            services.AddSingleton(new PostgresDatabase(connectionString));
            services.AddSingleton<SampleDatabase>(static provider => provider.GetRequiredService<PostgresDatabase>());
            services.AddSingleton<IDatasetStore, PostgresDatasetStore>();
        }
        else
        {
            services.AddSingleton(
                provider => new SqliteDatabase(servers.Sqlite ?? provider.GetRequiredService<TemporaryFolder>().File("sample.db")));
            services.AddSingleton<SampleDatabase>(static provider => provider.GetRequiredService<SqliteDatabase>());
            services.AddSingleton<IDatasetStore, SqliteDatasetStore>();
        }
    }

    /// <summary>Where mail and reports go.</summary>
    /// <param name="services">Where to add them.</param>
    /// <param name="find">Says it; asked once, when the first task needs it.</param>
    public static void AddOutputs(IServiceCollection services, Func<IServiceProvider, Outputs> find) => services
        .AddSingleton(find)
        .AddSingleton<EmbeddedTemplates>()
        .AddSingleton<MailComposer>()
        .AddSingleton<ReportPage>()
        .AddSingleton(static provider => new ReportFolder(provider.GetRequiredService<Outputs>().Reports!))
        .AddSingleton<IMailTransport>(static provider => provider.GetRequiredService<Outputs>() is { Smtp: { } server }
            ? new SmtpTransport(server)
            : new PickupFolder(Path.GetFullPath(provider.GetRequiredService<Outputs>().Mail!)));
}
