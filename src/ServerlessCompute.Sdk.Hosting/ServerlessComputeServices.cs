using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ServerlessCompute;

/// <summary>Adds clients to services.</summary>
/// <example>
/// <code>
/// builder.Services.AddServerlessCompute(builder.Configuration.GetSection("ServerlessCompute"));
/// builder.Services.AddServerlessCompute("research", builder.Configuration.GetSection("Research"));
/// builder.Services.AddHealthChecks().AddServerlessCompute();
///
/// app.MapPost("/train", (ServerlessComputeClient client) => …);
/// app.MapPost("/try", ([FromKeyedServices("research")] ServerlessComputeClient client) => …);
/// </code>
/// </example>
public static class ServerlessComputeServices
{
    /// <summary>Adds the client of a program that has one, described by configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section of configuration. What is wrong in it is told when the host starts, all at once.</param>
    public static ServerlessComputeBuilder AddServerlessCompute(this IServiceCollection services, IConfiguration section) =>
        AddServerlessCompute(services, Options.DefaultName, section);

    /// <summary>Adds the client of a program that has one, described by code.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    public static ServerlessComputeBuilder AddServerlessCompute(this IServiceCollection services, Action<ServerlessComputeOptions> configure) =>
        AddServerlessCompute(services, Options.DefaultName, configure);

    /// <summary>Adds one client of several, described by configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The client's name: the key of the service, as in <c>[FromKeyedServices("name")]</c>.</param>
    /// <param name="section">The section of configuration. What is wrong in it is told when the host starts, all at once.</param>
    public static ServerlessComputeBuilder AddServerlessCompute(this IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return AddServerlessCompute(services, name, options => new SectionReader(section, options.Problems).ReadInto(options));
    }

    /// <summary>Adds one client of several, described by code.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The client's name: the key of the service, as in <c>[FromKeyedServices("name")]</c>.</param>
    /// <param name="configure">Sets the options.</param>
    public static ServerlessComputeBuilder AddServerlessCompute(this IServiceCollection services, string name, Action<ServerlessComputeOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configure);

        services.AddOptions<ServerlessComputeOptions>(name).Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ServerlessComputeOptions>, OptionsCheck>());
        if (name == Options.DefaultName)
        {
            services.TryAddSingleton(provider => ClientMaker.Make(provider, name));
        }
        else
        {
            services.TryAddKeyedSingleton(name, (provider, _) => ClientMaker.Make(provider, name));
        }

        return new ServerlessComputeBuilder(services, name);
    }
}
