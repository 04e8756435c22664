using Microsoft.Extensions.DependencyInjection;

namespace TaskGen.Sample;

/// <summary>Registers the services that the tasks of the sample use.</summary>
internal static class SampleServices
{
    /// <summary>Adds the database and its stores.</summary>
    /// <param name="services">The service collection to add the services to.</param>
    /// <param name="servers">The servers that store the data.</param>
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

    /// <summary>Adds the destinations of mail and reports.</summary>
    /// <param name="services">The service collection to add the services to.</param>
    /// <param name="find">A function that returns the destinations. It is called once, when the first task needs them.</param>
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
