package io.rolemeter.machine;

final class RpmPackageIT extends PackageStory {
    RpmPackageIT() {
        super(PackageFormat.RPM);
    }
}
